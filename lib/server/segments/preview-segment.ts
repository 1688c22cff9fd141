// How many a condition is about, and ten of them, while somebody builds it. Bounded, because people try things out.
import { sql } from 'drizzle-orm';
import type { PreviewSegment, SegmentPreview } from '@/lib/core/api/segment';
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
import { withinBounds } from './within-bounds';

const SAMPLE = 10;

export async function previewSegment(
  actor: Actor,
  { condition }: PreviewSegment,
): Promise<Result<SegmentPreview>> {
  const [problem, ...others] = segmentProblems(condition, 'condition');
  if (problem) {
    return refusal('bad-condition', { field: problem.field ?? 'condition', count: others.length + 1 });
  }
  const { workspaceId } = actor;
  const timeZone = await inWorkspace(workspaceId, (tx) => zone(tx, { workspaceId }));
  const selection = { workspaceId, now: now().getTime(), timeZone };
  const fulfils = conditionSql(condition, selection);
  const count = countSql(condition, selection);
  const preview = await withinBounds(workspaceId, count, counted);
  return preview === null ? refusal('condition-too-costly', { field: 'condition' }) : ok(preview);

  async function counted(tx: Tx): Promise<SegmentPreview> {
    const [size] = await rows<{ count: number }>(tx, count);
    const everybody = sql`
      select count(*) as count from customers where workspace_id = ${workspaceId} and merged_into is null`;
    const [total] = await rows<{ count: number }>(tx, everybody);
    const newest = sql`
      select c.id from customers c where ${fulfils} order by c.created_at desc, c.id desc limit ${SAMPLE}`;
    const found = size?.count ? await rows<{ id: Id<'cus'> }>(tx, newest) : [];
    const ids = found.map(({ id }) => id);
    const labelOf = await customerLabels(tx, actor, ids);
    const sample = ids.map((customerId) => ({ customerId, customerLabel: labelOf(customerId) }));
    return { size: size?.count ?? 0, total: total?.count ?? 0, sample };
  }
}
