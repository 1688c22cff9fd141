// Event to decision, end to end: what an event costs, and that journeys which do not match cost nothing.
import { sql } from 'drizzle-orm';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { now } from '../clock';
import { asSystem, rows } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { benchEvents } from './bench-events';
import { type BenchShop, openBenchShop } from './bench-shop';
import { benchTimers } from './bench-timers';
import { benchWorkers } from './bench-workers';
import { printFigure } from './figure';
import { filteredJourney, waitingJourney } from './journeys';
import { type Cost, measure, plainInsert } from './plain-insert';
import { plainUpdate } from './plain-update';
import { knowCustomers, publish, publishWorkload, store, workloadEvents } from './workload';

const EVENTS = 300_000;
const FEW = 10_000;
const RUNS = 24;

export async function benchEngine(engine: 'pglite' | 'postgresql'): Promise<void> {
  const shop = await openBenchShop(engine);
  const live = await endToEnd(shop);
  await benchTimers(shop, live);
  if (shop.workerEnv) await benchWorkers(shop, shop.workerEnv);
  await shop.close();
  await flatness(engine, 'other event name', 0.95, (index) => waitingJourney(`Never ${index}`));
  await flatness(engine, 'same event, failing filter', 0.9, (index) =>
    filteredJourney('Product Viewed', `nobody-${index}`),
  );
}

/** Stored, matched, stepped, decided and written; beside plain inserts of the same events and plain updates by key. */
async function endToEnd(shop: BenchShop): Promise<number> {
  const { actor, engine } = shop;
  await knowCustomers(actor);
  const events = workloadEvents(EVENTS, 1);
  const insert = await plainInsert(shop, events);
  const update = await plainUpdate(shop, events);
  await publishWorkload(actor);
  await work(actor, workloadEvents(20_000, 2));
  const cost = await measure(shop, EVENTS, () => work(actor, events));
  const told = { suite: 'engine', engine };
  printFigure({ ...told, name: 'plain batched insert', unit: 'events/s' }, insert.perSecond, null);
  printFigure({ ...told, name: 'plain update by key', unit: 'events/s' }, update.perSecond, null);
  printFigure({ ...told, name: 'end to end', unit: 'events/s' }, cost.perSecond, null);
  printFigure({ ...told, name: 'rows written per event', unit: 'rows' }, await rowsPerEvent(), null);
  printFigure({ ...told, name: 'CPU per 1,000 events', unit: 's' }, cost.cpuPerEvent * 1_000, {
    atMost: 0.18,
  });
  const ratio = cost.cpuPerEvent / insert.cpuPerEvent;
  printFigure({ ...told, name: 'CPU / plain insert CPU', unit: 'ratio' }, ratio, { atMost: 4 });
  const both = cost.cpuPerEvent / (insert.cpuPerEvent + update.cpuPerEvent);
  printFigure({ ...told, name: 'CPU / plain insert and update CPU', unit: 'ratio' }, both, null);
  return cost.perSecond;
}

async function work(actor: Actor, events: readonly JsonObject[]): Promise<void> {
  for (let start = 0; start < events.length; start += FEW) {
    await store(actor, events.slice(start, start + FEW));
    await drainEngine();
  }
}

/** What the engine wrote for each event besides the event: passages, later moments, outbox rows. */
async function rowsPerEvent(): Promise<number> {
  const [row] = await asSystem((tx) =>
    rows<{ count: number }>(
      tx,
      sql`
        select (select count(*) from moments) + (select count(*) from enrollments) + (select count(*) from outbox)
          as count`,
    ),
  );
  return (row?.count ?? 0) / (EVENTS + 20_000);
}

async function flatness(
  engine: 'pglite' | 'postgresql',
  name: string,
  atLeast: number,
  journey: (index: number) => JourneyDocument,
): Promise<void> {
  const shop = await openBenchShop(engine);
  await storeEvents(shop.actor.workspaceId, 'bench', benchEvents(FEW, 'Product Viewed'), now());
  const costs = new Map<number, Cost>();
  let live = 0;
  for (const wanted of [1, 50, 1_000]) {
    for (; live < wanted; live += 1) await publish(shop.actor, journey(live));
    const runs: Cost[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await again(shop));
    // The first ones warm up. Each run is short, so a collection of garbage is a good part of it: only the least compare.
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
    printFigure(told, share, { atLeast });
  }
  await shop.close();
}

/** Lets the engine work the same events once more: nothing matched, so nothing else has to be undone. */
async function again(shop: BenchShop): Promise<Cost> {
  await asSystem((tx) => tx.execute(sql`update lanes set cursor = 0`));
  return measure(shop, FEW, drainEngine);
}
