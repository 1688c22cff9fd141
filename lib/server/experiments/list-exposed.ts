// Whom a figure is about: the people of a phase by arm, by whether they count, and by whether they converted.
import { type SQL, sql } from 'drizzle-orm';
import type { ExperimentRef, ExposedPerson, ListExposed } from '@/lib/core/api/experiment';
import type { Page } from '@/lib/core/api/page';
import type { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByName, pageOfRows, readCursor } from '../api/cursor';
import { now } from '../clock';
import { customerLabels } from '../customers/customer-labels';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { isDelivered, wasMember } from './cells';
import { findPhase } from './find-phase';
import { harmSql } from './harm-sql';
import { baseOf, hasDone, isHit, readEvents, worthOf } from './metric-sql';
import { type PhaseRef, windowOf } from './phase-ref';

interface Row {
  readonly customerId: Id<'cus'>;
  readonly arm: string;
  readonly assignedAt: Date;
  readonly exposedAt: Date | null;
}

export async function listExposed(
  actor: Actor,
  { id, phase: asked, arm, who, look, segment, limit, cursor: given }: ListExposed & ExperimentRef,
): Promise<Result<Page<ExposedPerson>, CodedRefusal>> {
  const cursor = readCursor(ByName, given);
  if (!cursor.ok) return cursor;
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const phase = await findPhase(tx, workspaceId, id, asked);
    if (!phase) return refusal('not-found');
    const at = await asOf(tx, phase, look);
    const wanted = [chosenBy(who, phase, at)];
    if (segment !== undefined) wanted.push(wasMember(workspaceId, sql`${segment}`));
    if (arm !== undefined) wanted.push(sql`arm = ${arm}`);
    if (cursor.value) wanted.push(sql`customer_id || '/' || arm > ${cursor.value[0]}`);
    const found = await rows<Row>(
      tx,
      sql`
        with f as (
          select customer_id, arm, assigned_at, case when exposed_at <= ${at} then exposed_at end as exposed_at, exposed_at as t0,
            count(*) filter (where exposed_at <= ${at}) over (partition by customer_id) as arms
          from exposures where workspace_id = ${workspaceId} and experiment_id = ${id} and phase = ${phase.phase} and assigned_at <= ${at})
        select customer_id as "customerId", arm, assigned_at as "assignedAt", exposed_at as "exposedAt" from f
        where ${sql.join(wanted, sql` and `)} order by customer_id || '/' || arm limit ${limit + 1}`,
    );
    const labelOf = await customerLabels(
      tx,
      actor,
      found.map(({ customerId }) => customerId),
    );
    const people = found.map((row) => ({
      ...row,
      customerLabel: labelOf(row.customerId),
      assignedAt: row.assignedAt.toISOString(),
      exposedAt: row.exposedAt?.toISOString() ?? null,
    }));
    return ok(pageOfRows(people, limit, ({ customerId, arm: one }) => [`${customerId}/${one}`]));
  });
}

/** As the looks count: whoever was exposed in two arms is in neither. */
function chosenBy(
  who: ListExposed['who'],
  phase: PhaseRef & { readonly design: PhaseDesign },
  at: Date,
): SQL {
  if (who === 'assigned') return sql`true`;
  if (who === 'two-arms') return sql`arms > 1 and exposed_at is not null`;
  const counts = sql`arms = 1 and exposed_at is not null`;
  if (who === 'exposed') return counts;
  const { design, workspaceId } = phase;
  if (who === 'matured') return sql`${counts} and t0 + ${windowOf(design)} <= ${at}`;
  if (who === 'delivered') return sql`${counts} and ${isDelivered(phase, design, at)}`;
  if (who !== 'converted') return sql`${counts} and ${harmSql(phase, design, at)[who]}`;
  const { metric } = design;
  return sql`${counts} and (
    select ${hasDone(metric)} from (
      select count(*) filter (where ${isHit(metric)}) as hits, coalesce(sum(${worthOf(metric, workspaceId)}), 0) as v,
        coalesce(sum(${baseOf(metric, workspaceId)}), 0) as x
      from events e where e.workspace_id = ${workspaceId} and e.customer_id = f.customer_id
        and e.name = any (${sql.param(readEvents(metric))}::text[])
        and e.occurred_at >= f.t0 and e.occurred_at < f.t0 + ${windowOf(design)} and e.occurred_at <= ${at}) done)`;
}

/** When the look was taken that a figure is of; now, where none is named. */
async function asOf(
  tx: Tx,
  { workspaceId, experimentId, phase }: PhaseRef,
  look: number | undefined,
): Promise<Date> {
  if (look === undefined) return now();
  const [found] = await rows<{ at: Date }>(
    tx,
    sql`
      select at from experiment_looks
      where workspace_id = ${workspaceId} and experiment_id = ${experimentId} and phase = ${phase} and look = ${look}`,
  );
  return found?.at ?? now();
}
