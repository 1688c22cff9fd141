// A shop at work, for the engine's figures: 100,000 customers, 50 live journeys of which about three match an event.
import { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { seeded } from '../chaos/random';
import { now } from '../clock';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { unwrap } from '../testing/unwrap';

export const CUSTOMERS = 100_000;
const JOURNEYS = 50;
/** 50 journeys over 17 names: about three listen to each. */
const NAMES = 17;
const PORTION = 2_000;

/** Of one customer each, ordinary webshop properties. */
export function workloadEvents(count: number, seed: number): JsonObject[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => ({
    type: 'track',
    event: `Event ${Math.floor(random() * NAMES)}`,
    messageId: `work-${seed}-${index}`,
    userId: `user-${Math.floor(random() * CUSTOMERS)}`,
    properties: {
      product_id: `sku-${Math.floor(random() * 200)}`,
      name: 'Linen shirt, long sleeves',
      category: 'Shirts',
      price: Math.round(random() * 10_000) / 100,
      currency: 'EUR',
      url: 'https://shop.example/products/linen-shirt',
    },
  }));
}

/** Every fifth journey sets a timer, every tenth sends; all others look at the customer and let go. */
export async function publishWorkload(actor: Actor): Promise<void> {
  for (let index = 0; index < JOURNEYS; index += 1) await publish(actor, drawingOf(index));
}

export async function publish(actor: Actor, document: JourneyDocument): Promise<void> {
  const { id } = unwrap(await createJourney(actor, { name: 'Bench', document }));
  unwrap(await publishJourney(actor, { id }));
}

function drawingOf(index: number): JourneyDocument {
  return lineOf(`Event ${index % NAMES}`, [stepOf(index)], 'once');
}

function stepOf(index: number): string {
  if (index % 5 === 0) return 'delay';
  return index % 10 === 1 ? 'send-sms' : 'branch';
}

const data: Readonly<Record<string, object>> = {
  delay: { amount: 1, unit: 'hours' },
  'send-sms': { text: 'Hello' },
  branch: {
    branches: [
      {
        id: 'yes',
        condition: { type: 'test', subject: 'property', path: ['price'], operator: 'at-least', value: 50 },
      },
    ],
  },
};

const exits: Readonly<Record<string, string>> = { branch: 'otherwise' };

/** A trigger, steps one after another, an exit. */
export function lineOf(
  event: string,
  steps: readonly string[],
  reentry: 'once' | 'unlimited',
): JourneyDocument {
  const nodes = [
    { id: 'nod_0', type: 'event-trigger', data: { event } },
    ...steps.map((type, index) => ({ id: `nod_${index + 1}`, type, data: data[type] })),
    { id: `nod_${steps.length + 1}`, type: 'exit', data: {} },
  ];
  const edges = nodes.slice(0, -1).map(({ id, type }, index) => ({
    from: id,
    exit: exits[type] ?? 'next',
    to: `nod_${index + 1}`,
  }));
  return JourneyDocument.parse({ format: 1, nodes, edges, settings: { reentry } });
}

/** Makes every customer known, so that a measurement does not measure their creation. */
export async function knowCustomers(actor: Actor): Promise<void> {
  const seen = Array.from({ length: CUSTOMERS }, (_, index) => ({
    ...{ type: 'track', event: 'Seen', messageId: `seen-${index}`, userId: `user-${index}`, properties: {} },
  }));
  await store(actor, seen);
}

export async function store(actor: Actor, events: readonly JsonObject[]): Promise<void> {
  for (let start = 0; start < events.length; start += PORTION) {
    await storeEvents(actor.workspaceId, 'bench', events.slice(start, start + PORTION), now());
  }
}
