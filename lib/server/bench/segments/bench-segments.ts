// Segments beside what somebody would write by hand: counting before saving, and filling.
import { type SQL, sql } from 'drizzle-orm';
import { now } from '../../clock';
import { asSystem, inWorkspace, rows, type Tx } from '../../db/transaction';
import { countSql } from '../../segments/count-sql';
import { fillSegments } from '../../segments/fill-segments';
import type { BenchShop } from '../bench-shop';
import { printFigure } from '../figure';
import { makeSegment } from './make-segment';
import { type Typical, typicalConditions } from './typical-conditions';

const ROUNDS = 5;
/** Each leaves its members behind. */
const FILL_ROUNDS = 3;

export async function benchSegments(shop: BenchShop): Promise<void> {
  for (const typical of typicalConditions) await benchPreview(shop, typical);
  for (const name of ['country', 'bought thrice', 'bought in 30 days'])
    await benchFill(shop, typicalNamed(name));
}

function typicalNamed(name: string): Typical {
  const found = typicalConditions.find((one) => one.name === name);
  if (!found) throw new Error(`There is no condition “${name}”.`);
  return found;
}

/** What else the machine does only ever adds. */
const least = (values: readonly number[]) => Math.min(...values);

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
    least(times.map(({ ours: one }) => one)),
    least(times.map(({ hands: one }) => one)),
  ];
  const told = { suite: 'segments', engine };
  printFigure({ ...told, name: `preview “${typical.name}”`, unit: 'ms' }, mine, null);
  printFigure({ ...told, name: `preview “${typical.name}” / by hand`, unit: 'ratio' }, mine / theirs, {
    atMost: 1.3,
  });
}

async function fill(): Promise<void> {
  while (await fillSegments()) {
    // one step after another
  }
}

let made = 0;

/** With the memory that filling gets, and nothing compiled. */
async function atItsBest(tx: Tx, statement: SQL): Promise<void> {
  await tx.execute(sql`select set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`);
  await tx.execute(statement);
}

/**
 * By hand it is one statement into a table with the same columns, indexes and rows; it knows nothing of when to look again.
 */
async function benchFill({ actor: { workspaceId }, engine }: BenchShop, typical: Typical): Promise<void> {
  const byHand = sql`
    insert into plain_members (workspace_id, segment_id, customer_id, entered_at)
    select ${workspaceId}, 'seg_hand', x.id, ${now()}::timestamptz
    from (${typical.byHand(workspaceId, now())}) as x (id)`;
  const times: { ours: number; hands: number }[] = [];
  for (let round = 0; round < FILL_ROUNDS; round += 1) {
    await asSystem(async (tx) => {
      await tx.execute(sql`drop table if exists plain_members`);
      await tx.execute(
        sql`create table plain_members (like segment_members including defaults including indexes)`,
      );
      await tx.execute(sql`insert into plain_members select * from segment_members`);
    });
    const hands = await timed(() => asSystem((tx) => atItsBest(tx, byHand)));
    made += 1;
    await makeSegment(workspaceId, `seg_fill_${made}`, typical.condition);
    times.push({ hands, ours: await timed(fill) });
  }
  const [mine, theirs] = [least(times.map(({ ours }) => ours)), least(times.map(({ hands }) => hands))];
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
