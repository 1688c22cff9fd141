// Whom a figure is about: the people of a phase by arm, by whether they count, and by whether they converted.
import { type SQL, sql } from 'drizzle-orm';
import type { ExperimentRef, ExposedPerson, ListExposed } from '@/lib/core/api/experiment';
import type { Page } from '@/lib/core/api/page';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByName, pageOfRows, readCursor } from '../api/cursor';
import { now } from '../clock';
import { customerLabels } from '../customers/customer-labels';
import { inWorkspace, rows } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { findPhase } from './find-phase';
import { type PhaseRef, windowOf } from './load-statistics';
import { metricEvents, worthOf } from './metric-sql';

interface Row {
  readonly customerId: Id<'cus'>;
  readonly arm: string;
  readonly assignedAt: Date;
  readonly exposedAt: Date | null;
}

export async function listExposed(
  actor: Actor,
  { id, phase: asked, arm, who, limit, cursor: given }: ListExposed & ExperimentRef,
): Promise<Result<Page<ExposedPerson>, CodedRefusal>> {
  const cursor = readCursor(ByName, given);
  if (!cursor.ok) return cursor;
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const phase = await findPhase(tx, workspaceId, id, asked);
    if (!phase) return refusal('not-found');
    const wanted = [chosenBy(who, phase)];
    if (arm !== undefined) wanted.push(sql`arm = ${arm}`);
    if (cursor.value) wanted.push(sql`customer_id || '/' || arm > ${cursor.value[0]}`);
    const found = await rows<Row>(
      tx,
      sql`
        with x as (
          select customer_id, arm, assigned_at, exposed_at, exposed_at as t0,
            count(*) filter (where exposed_at is not null) over (partition by customer_id) as arms
          from exposures where workspace_id = ${workspaceId} and experiment_id = ${id} and phase = ${phase.phase})
        select customer_id as "customerId", arm, assigned_at as "assignedAt", exposed_at as "exposedAt" from x
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
  { workspaceId, design }: PhaseRef & { readonly design: Design },
): SQL {
  if (who === 'assigned') return sql`true`;
  if (who === 'two-arms') return sql`arms > 1 and exposed_at is not null`;
  const counts = sql`arms = 1 and exposed_at is not null`;
  if (who === 'exposed') return counts;
  const { metric } = design;
  const hit = metric.measure === 'sum' ? sql`sum(${worthOf(metric)}) > 0` : sql`count(*) > 0`;
  return sql`${counts} and (
    select ${hit} from events e where e.workspace_id = ${workspaceId} and e.customer_id = x.customer_id
      and e.name = any (${sql.param(metricEvents(metric))}::text[])
      and e.occurred_at >= x.t0 and e.occurred_at < x.t0 + ${windowOf(design)} and e.occurred_at <= ${now()})`;
}

type Design = Parameters<typeof windowOf>[0];
