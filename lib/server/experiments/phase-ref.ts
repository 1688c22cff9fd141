// A phase, and its people as everything that counts sees them.
import { type SQL, sql } from 'drizzle-orm';
import type { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { Id } from '@/lib/core/id';

export interface PhaseRef {
  readonly workspaceId: Id<'wsp'>;
  readonly experimentId: Id<'exp'>;
  readonly journeyId: Id<'jrn'>;
  readonly phase: number;
}

const HOUR_MS = 3_600_000;

/** `f`: everybody exposed in the phase by then, since when, and in how many arms. Counts once, from the first time. */
export function exposedPeople({ workspaceId, experimentId, phase }: PhaseRef, at: Date): SQL {
  return sql`f as materialized (
    select customer_id, (array_agg(arm order by exposed_at, arm))[1] as arm, min(exposed_at) as t0, count(distinct arm) as arms,
      (array_agg(period order by exposed_at, arm))[1] as period
    from exposures
    where workspace_id = ${workspaceId} and experiment_id = ${experimentId} and phase = ${phase} and exposed_at <= ${at}
    group by customer_id)`;
}

/** How long a conversion counts: of those counted from the split, the latest arm's wait comes on top. */
export function windowOf({ metric, leadMs }: Pick<PhaseDesign, 'metric' | 'leadMs'>): SQL {
  return sql`${metric.windowHours * HOUR_MS + leadMs}::float8 * interval '1 millisecond'`;
}
