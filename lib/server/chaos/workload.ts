// A believable, endless stream of a shop's events with the faults real clients have: repeats, lateness, poison.
import type { JsonObject } from '@/lib/core/json';
import { pick, type Random } from './random';

export type SentEvent = JsonObject & { messageId: string };

const HOUR = 3_600_000;
const BATCH = 20;

export interface Stream {
  /** The next batch of one client; every customer belongs to one client, so their order is known. */
  next(): SentEvent[];
}

/** Customers of one client are identified first, so that messages have somewhere to go. */
export function workload(client: number, customers: number, random: Random, startedAt: number): Stream {
  const identified = Array.from({ length: customers }, (_, index) => identify(`${client}-${index}`));
  let sent = 0;
  const one = (): SentEvent => {
    const known = identified.shift();
    if (known) return known;
    sent += 1;
    return track(`${client}-${Math.floor(random() * customers)}`, `${client}-${sent}`, random, startedAt);
  };
  let last: SentEvent | null = null;
  return {
    next: () => {
      const batch = Array.from({ length: BATCH }, one);
      if (last && random() < 0.5) batch.push(last);
      last = batch.at(-2) ?? null;
      return batch;
    },
  };
}

function identify(customer: string): SentEvent {
  const traits = { email: `customer-${customer}@shop.test`, plan: customer.endsWith('3') ? 'pro' : 'free' };
  return { type: 'identify', messageId: `identify-${customer}`, userId: `user-${customer}`, traits };
}

function track(customer: string, index: string, random: Random, startedAt: number): SentEvent {
  const event = {
    type: 'track',
    event: pick(['Product Added', 'Order Completed', 'Page Liked', 'Signed Up'], random),
    messageId: `track-${index}`,
    userId: `user-${customer}`,
    timestamp: new Date(startedAt - pick([0, 0, 0, 60_000], random)).toISOString(),
    properties: { order_id: `order-${index}`, total: Math.round(random() * 10_000) / 100 },
  };
  const chance = random();
  if (chance < 0.01) return { ...event, properties: { note: 'broken \u0000 text' } };
  if (chance < 0.03) return { ...event, timestamp: new Date(startedAt - 100 * HOUR).toISOString() };
  if (chance < 0.035) return { ...event, timestamp: new Date(startedAt + 2 * HOUR).toISOString() };
  return event;
}
