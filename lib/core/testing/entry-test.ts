// Journey tests of one trigger and an exit.
import { JourneyDocument } from '../journey/document';
import { JourneyTest } from '../journey-test/journey-test';
import { simulate } from '../journey-test/simulate';
import { NOON } from './build-event';

export function aTest(change: Record<string, unknown> = {}): JourneyTest {
  return JourneyTest.parse({
    format: 1,
    name: 'World',
    startsAt: new Date(NOON).toISOString(),
    events: [{ event: 'Basket' }],
    until: { amount: 3, unit: 'days' },
    expected: {},
    ...change,
  });
}

/** The trigger, then an exit. */
export function entry(type: string, data: unknown) {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_1', type, data },
      { id: 'nod_2', type: 'exit', data: {} },
    ],
    edges: [{ from: 'nod_1', exit: 'next', to: 'nod_2' }],
    settings: { reentry: 'unlimited' },
  });
}

export const exitAt = (document: JourneyDocument, change: Record<string, unknown>, node = 'nod_2') =>
  simulate(document, aTest(change)).path.find((place) => place.node === node)?.exit;
