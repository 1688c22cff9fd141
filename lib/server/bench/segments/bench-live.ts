// What segments cost an event that none of them mentions: two shops in turns, one with one segment, one with 500.
import { sql } from 'drizzle-orm';
import { segments } from '@/drizzle/schema';
import { Condition } from '@/lib/core/condition/condition';
import type { Actor } from '../../actor';
import { seeded } from '../../chaos/random';
import { asSystem, inWorkspace } from '../../db/transaction';
import { drainEngine } from '../../engine/run-engine';
import { aSegment } from '../../testing/a-segment';
import { createWorkspace } from '../../workspace/create-workspace';
import { type BenchShop, openBenchShop } from '../bench-shop';
import { printFigure } from '../figure';
import { measure } from '../plain-insert';
import { lineOf, publish, store, workloadEvents } from '../workload';
import { makeSegment } from './make-segment';

const EVENTS = 20_000;
const ROUNDS = 7;
const MANY = 500;

/** Half ask about an attribute that nobody has, half about something that nobody does. */
function unmentioned(index: number): Condition {
  const isAttribute = index % 2 === 0;
  return Condition.parse(
    isAttribute
      ? { type: 'test', subject: 'attribute', path: [`never ${index}`], operator: 'equals', value: 'x' }
      : { type: 'event', event: `Never ${index}`, within: { amount: 30, unit: 'days' } },
  );
}

/** Nobody is in any of them, so there is nothing to fill; the last one raises the revision of the rules. */
async function makeSegments({ workspaceId }: Actor, count: number): Promise<void> {
  const ready = Array.from({ length: count - 1 }, (_, index) =>
    aSegment(workspaceId, `seg_${index}`, unmentioned(index)),
  );
  if (ready.length > 0) await inWorkspace(workspaceId, (tx) => tx.insert(segments).values(ready));
  await makeSegment(workspaceId, `seg_${count - 1}`, unmentioned(count - 1));
  await drainEngine();
}

async function another({ actor }: BenchShop): Promise<Actor> {
  const owner = { email: 'other@bench.test', name: 'Bench', passwordHash: 'nobody signs in here' };
  const { workspaceId, ownerId } = await createWorkspace({ name: 'Other', owner });
  return { ...actor, workspaceId, id: ownerId };
}

export async function benchLive(engine: BenchShop['engine']): Promise<void> {
  const shop = await openBenchShop(engine);
  try {
    const [one, many] = [shop.actor, await another(shop)];
    const random = seeded(5);
    const costs = new Map<Actor, number[]>([
      [one, []],
      [many, []],
    ]);
    const work = async (actor: Actor) => {
      await store(actor, workloadEvents(EVENTS, Math.floor(random() * 1e9)));
      costs.get(actor)?.push((await measure(shop, EVENTS, drainEngine)).cpuPerEvent);
    };
    for (const actor of costs.keys()) await publish(actor, lineOf('Event 0', ['branch'], 'unlimited'));
    await makeSegments(one, 1);
    await makeSegments(many, MANY);
    // The first events make most of the customers, which is another cost.
    for (const actor of costs.keys()) await work(actor);
    await asSystem((tx) => tx.execute(sql`analyze`));
    for (const own of costs.values()) own.length = 0;
    for (let round = 0; round < ROUNDS; round += 1) for (const actor of costs.keys()) await work(actor);
    // What else the machine does only ever adds.
    const least = (actor: Actor) => Math.min(...(costs.get(actor) ?? []));
    const told = { suite: 'segments', engine } as const;
    const name = `an event, ${MANY} segments that do not mention it`;
    printFigure({ ...told, name, unit: 'CPU µs' }, least(many) * 1e6, null);
    printFigure(
      { ...told, name: `${MANY} segments that do not mention it / 1`, unit: 'ratio' },
      least(many) / least(one),
      { atMost: 1.1 },
    );
  } finally {
    await shop.close();
  }
}
