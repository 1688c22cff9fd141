// Short forms for drawing the demo's journeys as data.
import type { z } from 'zod';
import type { Operator, Test } from '@/lib/core/condition/condition';
import { JourneyDocument } from '@/lib/core/journey/document';
import { SHOP_URL } from '../shop/catalogue';

type Node = z.input<typeof JourneyDocument>['nodes'][number];

export interface DemoJourney {
  readonly name: string;
  readonly document: JourneyDocument;
}

/** A way through the drawing: `['start -> wait', 'wait.happened -> bought', 'wait.timeout -> mail']`. */
export function drawing(
  name: string,
  reentry: 'once' | 'unlimited',
  nodes: readonly Node[],
  lines: readonly string[],
): DemoJourney {
  const edges = lines.map((line) => {
    const [from = '', to = ''] = line.split(' -> ');
    const [node = '', exit = 'next'] = from.split('.');
    return { from: `nod_${node}`, exit, to: `nod_${to}` };
  });
  return { name, document: JourneyDocument.parse({ format: 1, nodes, edges, settings: { reentry } }) };
}

export function attribute(name: string, operator: Operator, value: Test['value'] & {}): Test {
  return { type: 'test', subject: 'attribute', path: [name], operator, value };
}

/** A test of a property of the event that let the customer in. */
export function property(name: string, operator: 'is-set' | 'is-not-set'): Test {
  return { type: 'test', subject: 'property', path: [name], operator };
}

/** A link into the shop that analytics can tell apart. */
export function shopLink(path: string, campaign: string): string {
  return `${SHOP_URL}${path}?utm_source=throughline&utm_campaign=${campaign}`;
}

/** The branch that asks for the channel of a last reminder. */
export const likesTexts: Node = {
  id: 'nod_channel',
  type: 'branch',
  name: 'Do they like text messages?',
  data: {
    branches: [
      { id: 'sms', name: 'By text message', condition: attribute('preferred_channel', 'equals', 'sms') },
    ],
  },
};
