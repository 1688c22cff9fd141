// How many a condition is about, and ten of them, while somebody builds it. Bounded, because people try things out.
import { sql } from 'drizzle-orm';
import type { PreviewSegment, SegmentPreview } from '@/lib/core/api/segment';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import { segmentProblems } from '@/lib/core/segment/segment-problems';
import type { Actor } from '../actor';
import { now } from '../clock';
import { customerLabels } from '../customers/customer-labels';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { zone } from '../journeys/apply-plan';
import { refusal } from '../refusal';
import { conditionSql } from './condition-sql';
import { countSql } from './count-sql';
import { portionSql } from './portion-sql';
import { portionsOf } from './portions';
import type { Selection } from './selection';
import { LONGEST_MS, withinBounds } from './within-bounds';

const SAMPLE = 10;

interface Counted {
  readonly size: number;
  readonly total: number;
  readonly newest: readonly { readonly id: Id<'cus'>; readonly createdAt: Date }[];
}

/** @param signal says that nobody waits any more */
export async function previewSegment(
  actor: Actor,
  { condition }: PreviewSegment,
  signal?: AbortSignal,
): Promise<Result<SegmentPreview>> {
  const [problem, ...others] = segmentProblems(condition, 'condition');
  if (problem) {
    return refusal('bad-condition', { field: problem.field ?? 'condition', count: others.length + 1 });
  }
  const { workspaceId } = actor;
  const timeZone = await inWorkspace(workspaceId, (tx) => zone(tx, { workspaceId }));
  const selection = { workspaceId, now: now().getTime(), timeZone };
  const counted = await countAll(condition, selection, signal);
  if (counted === null) return refusal('condition-too-costly', { field: 'condition' });
  const ids = counted.newest.map(({ id }) => id);
  const labelOf = await inWorkspace(workspaceId, (tx) => customerLabels(tx, actor, ids));
  const sample = ids.map((customerId) => ({ customerId, customerLabel: labelOf(customerId) }));
  return ok({ size: counted.size, total: counted.total, sample });
}

/** Null where it was given up. */
async function countAll(
  condition: Condition,
  whole: Selection,
  signal: AbortSignal | undefined,
): Promise<Counted | null> {
  const startedAt = performance.now();
  let all: Counted = { size: 0, total: 0, newest: [] };
  for (const portion of await portionsOf(whole.workspaceId)) {
    if (performance.now() - startedAt > LONGEST_MS) return null;
    const selection = { ...whole, portion };
    const count = (tx: Tx) => countPortion(tx, condition, selection);
    const part = await withinBounds(whole.workspaceId, countSql(condition, selection), count, signal);
    if (part === null) return null;
    all = joined(all, part);
  }
  return all;
}

async function countPortion(tx: Tx, condition: Condition, selection: Selection): Promise<Counted> {
  const [size] = await rows<{ count: number }>(tx, countSql(condition, selection));
  const everybody = [
    sql`c.workspace_id = ${selection.workspaceId} and c.merged_into is null`,
    ...portionSql(selection, sql`c.id`),
  ];
  const [total] = await rows<{ count: number }>(
    tx,
    sql`select count(*) as count from customers c where ${sql.join(everybody, sql` and `)}`,
  );
  const newest = sql`
    select c.id, c.created_at as "createdAt" from customers c where ${conditionSql(condition, selection)}
    order by c.created_at desc, c.id desc limit ${SAMPLE}`;
  return {
    size: size?.count ?? 0,
    total: total?.count ?? 0,
    newest: size?.count ? await rows(tx, newest) : [],
  };
}

function joined(one: Counted, other: Counted): Counted {
  const newest = [...one.newest, ...other.newest].sort(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1),
  );
  return { size: one.size + other.size, total: one.total + other.total, newest: newest.slice(0, SAMPLE) };
}
