// Segments beside what somebody would write by hand: counting before saving, filling, and what they cost an event.
import { type SQL, sql } from 'drizzle-orm';
import { segments } from '@/drizzle/schema';
import { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { seeded } from '../../chaos/random';
import { now } from '../../clock';
import { asSystem, inWorkspace, rows } from '../../db/transaction';
import { drainEngine } from '../../engine/run-engine';
import { countSql } from '../../segments/count-sql';
import { fillSegments } from '../../segments/fill-segments';
import { startFill } from '../../segments/start-fill';
import { aSegment } from '../../testing/a-segment';
import { type BenchShop, openBenchShop } from '../bench-shop';
import { printFigure } from '../figure';
import { measure } from '../plain-insert';
import { lineOf, publish, store, workloadEvents } from '../workload';
import { fillShop, type Size } from './fill-shop';
import { type Typical, typicalConditions } from './typical-conditions';

const ROUNDS = 3;
const sizes = {
  pglite: { customers: 100_000, events: 1_000_000 },
  postgresql: { customers: 1_000_000, events: 20_000_000 },
} as const;

/** @param size of the shop; left out, as the targets say */
export async function benchSegments(
  engine: 'pglite' | 'postgresql',
  { customers = sizes[engine].customers, events = sizes[engine].events }: Partial<Size> = {},
): Promise<void> {
  const shop = await openBenchShop(engine);
  try {
    await benchLive(shop, Math.min(20_000, events));
    await fillShop(shop, { customers, events });
    for (const typical of typicalConditions) await benchPreview(shop, typical);
    for (const name of ['country', 'bought thrice', 'bought in 30 days'])
      await benchFill(shop, typicalNamed(name));
  } finally {
    await shop.close();
  }
}

function typicalNamed(name: string): Typical {
  const found = typicalConditions.find((one) => one.name === name);
  if (!found) throw new Error(`There is no condition “${name}”.`);
  return found;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Both in turns, so that neither meets a warmer cache; a count that differs would make the figure worthless. */
async function benchPreview({ actor: { workspaceId }, engine }: BenchShop, typical: Typical): Promise<void> {
  const selection = { workspaceId, now: now().getTime(), timeZone: 'UTC' };
  const count = async (query: SQL) => {
    const [found] = await inWorkspace(workspaceId, (tx) => rows<{ count: number }>(tx, query));
    return found?.count ?? 0;
  };
  const ours = countSql(typical.condition, selection);
  const hands = sql`select count(*) as count from (${typical.byHand(workspaceId, new Date(selection.now))}) as found`;
  const counts = [await count(ours), await count(hands)];
  if (counts[0] !== counts[1]) throw new Error(`“${typical.name}” counts ${counts.join(' and ')}.`);
  const times: { ours: number; hands: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push({ hands: await timed(() => count(hands)), ours: await timed(() => count(ours)) });
  const [mine, theirs] = [
    median(times.map(({ ours: one }) => one)),
    median(times.map(({ hands: one }) => one)),
  ];
  const told = { suite: 'segments', engine };
  printFigure({ ...told, name: `preview “${typical.name}”`, unit: 'ms' }, mine, null);
  printFigure({ ...told, name: `preview “${typical.name}” / by hand`, unit: 'ratio' }, mine / theirs, {
    atMost: 1.3,
  });
}

async function make(workspaceId: Id<'wsp'>, id: Id<'seg'>, condition: Condition): Promise<void> {
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(segments).values(aSegment(workspaceId, id, condition));
    await startFill(tx, workspaceId, id);
  });
}

async function fill(): Promise<void> {
  while (await fillSegments()) {
    // one step after another
  }
}

let made = 0;

/**
 * By hand it is one statement into a table with the same columns, indexes and rows; it knows nothing of when to look again.
 */
async function benchFill({ actor: { workspaceId }, engine }: BenchShop, typical: Typical): Promise<void> {
  const byHand = sql`
    insert into plain_members (workspace_id, segment_id, customer_id, entered_at)
    select ${workspaceId}, 'seg_hand', x.id, ${now()}::timestamptz
    from (${typical.byHand(workspaceId, now())}) as x (id)`;
  const times: { ours: number; hands: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await asSystem(async (tx) => {
      await tx.execute(sql`drop table if exists plain_members`);
      await tx.execute(
        sql`create table plain_members (like segment_members including defaults including indexes)`,
      );
      await tx.execute(sql`insert into plain_members select * from segment_members`);
    });
    const hands = await timed(() => asSystem((tx) => tx.execute(byHand)));
    made += 1;
    await make(workspaceId, `seg_fill_${made}`, typical.condition);
    times.push({ hands, ours: await timed(fill) });
  }
  const [mine, theirs] = [median(times.map(({ ours }) => ours)), median(times.map(({ hands }) => hands))];
  const told = { suite: 'segments', engine };
  printFigure({ ...told, name: `fill “${typical.name}”`, unit: 'ms' }, mine, null);
  printFigure(
    { ...told, name: `one statement by hand / fill “${typical.name}”`, unit: 'ratio' },
    theirs / mine,
    {
      atLeast: 0.5,
    },
  );
}

/** Half ask about an attribute that nobody has, half about something that nobody does. */
function unmentioned(index: number): Condition {
  const isAttribute = index % 2 === 0;
  return Condition.parse(
    isAttribute
      ? { type: 'test', subject: 'attribute', path: [`never ${index}`], operator: 'equals', value: 'x' }
      : { type: 'event', event: `Never ${index}`, within: { amount: 30, unit: 'days' } },
  );
}

async function benchLive(shop: BenchShop, events: number): Promise<void> {
  const { actor, engine } = shop;
  await publish(actor, lineOf('Event 0', ['branch'], 'unlimited'));
  const random = seeded(5);
  const costOf = async () => {
    await store(actor, workloadEvents(events, Math.floor(random() * 1e9)));
    return (await measure(shop, events, drainEngine)).cpuPerEvent;
  };
  // Nobody is in any of them, so there is nothing to fill; the last one raises the revision of the rules.
  const upTo = async (from: number, to: number) => {
    const ids = Array.from({ length: to - from - 1 }, (_, index) => from + index);
    const ready = ids.map((index) => aSegment(actor.workspaceId, `seg_${index}`, unmentioned(index)));
    if (ready.length > 0) await inWorkspace(actor.workspaceId, (tx) => tx.insert(segments).values(ready));
    await make(actor.workspaceId, `seg_${to - 1}`, unmentioned(to - 1));
    await drainEngine();
  };
  await upTo(0, 1);
  await costOf();
  await asSystem((tx) => tx.execute(sql`analyze`));
  const one = [await costOf(), await costOf(), await costOf()];
  await upTo(1, 500);
  const many = [await costOf(), await costOf(), await costOf()];
  const told = { suite: 'segments', engine };
  printFigure(
    { ...told, name: 'an event, 500 segments that do not mention it', unit: 'CPU µs' },
    median(many) * 1e6,
    null,
  );
  printFigure(
    { ...told, name: '500 segments that do not mention it / 1', unit: 'ratio' },
    median(many) / median(one),
    {
      atMost: 1.1,
    },
  );
}
