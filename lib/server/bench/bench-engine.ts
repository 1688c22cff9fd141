// Event to decision, end to end: what an event costs, and that journeys which do not match cost nothing.
import { sql } from 'drizzle-orm';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { now } from '../clock';
import { asSystem } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { unwrap } from '../testing/unwrap';
import { benchEvents } from './bench-events';
import { type BenchShop, openBenchShop } from './bench-shop';
import { printFigure } from './figure';
import { filteredJourney, waitingJourney } from './journeys';
import { type Cost, measure, plainInsert } from './plain-insert';

const EVENTS = 20_000;
const FEW = 10_000;

export async function benchEngine(engine: 'pglite' | 'postgresql'): Promise<void> {
  const shop = await openBenchShop(engine);
  await endToEnd(shop);
  await shop.close();
  await flatness(engine, 'other event name', (index) => waitingJourney(`Never ${index}`));
  await flatness(engine, 'same event, failing filter', (index) =>
    filteredJourney('Product Viewed', `nobody-${index}`),
  );
}

/** One event in ten enters a journey that waits and then writes; decisions and outbox rows included. */
async function endToEnd(shop: BenchShop): Promise<void> {
  const { actor, engine } = shop;
  const plain = await plainInsert(shop, benchEvents(EVENTS, 'Product Viewed'));
  await publish(actor, waitingJourney('Product Added'));
  const work = async (events: JsonObject[]) => {
    await storeEvents(actor.workspaceId, 'bench', events, now());
    await drainEngine();
  };
  await work(benchEvents(2_000, 'Product Added', 9));
  const mixed = benchEvents(EVENTS, 'Product Viewed', 3).map((event, index) =>
    index % 10 === 0 ? { ...event, event: 'Product Added' } : event,
  );
  const cost = await measure(shop, EVENTS, () => work(mixed));
  const told = { suite: 'engine', engine };
  printFigure({ ...told, name: 'end to end', unit: 'events/s' }, cost.perSecond, null);
  printFigure(
    { ...told, name: 'end to end / plain insert', unit: 'ratio' },
    cost.perSecond / plain.perSecond,
    null,
  );
  printFigure({ ...told, name: 'CPU per 1,000 events', unit: 's' }, cost.cpuPerEvent * 1_000, null);
  printFigure(
    { ...told, name: 'CPU / plain insert CPU', unit: 'ratio' },
    cost.cpuPerEvent / plain.cpuPerEvent,
    { atMost: 4 },
  );
}

async function flatness(
  engine: 'pglite' | 'postgresql',
  name: string,
  journey: (index: number) => JourneyDocument,
): Promise<void> {
  const shop = await openBenchShop(engine);
  await storeEvents(shop.actor.workspaceId, 'bench', benchEvents(FEW, 'Product Viewed'), now());
  const costs = new Map<number, Cost>();
  let live = 0;
  for (const wanted of [1, 50, 1_000]) {
    for (; live < wanted; live += 1) await publish(shop.actor, journey(live));
    for (let warm = 0; warm < 4; warm += 1) await again(shop);
    const runs = [await again(shop), await again(shop), await again(shop)];
    costs.set(
      wanted,
      runs.reduce((best, run) => (run.cpuPerEvent < best.cpuPerEvent ? run : best)),
    );
  }
  const one = costs.get(1)?.cpuPerEvent ?? 0;
  for (const wanted of [50, 1_000]) {
    const share = one / (costs.get(wanted)?.cpuPerEvent ?? 1);
    const told = {
      suite: 'engine',
      engine,
      name: `${wanted} journeys that do not match, ${name}`,
      unit: 'share of the rate with 1',
    };
    printFigure(told, share, { atLeast: 0.9 });
  }
  await shop.close();
}

/** Lets the engine work the same events once more: nothing matched, so nothing else has to be undone. */
async function again(shop: BenchShop): Promise<Cost> {
  await asSystem((tx) => tx.execute(sql`update lanes set cursor = 0`));
  return measure(shop, FEW, drainEngine);
}

async function publish(actor: Actor, document: JourneyDocument): Promise<void> {
  const { id } = unwrap(await createJourney(actor, { name: 'Bench', document }));
  unwrap(await publishJourney(actor, { id }));
}
