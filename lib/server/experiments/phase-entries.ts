// Experiments as lists and pages tell of them: the row of a phase beside its journey and its last look.
import { type SQL, sql } from 'drizzle-orm';
import type { ExperimentSummary, PhaseState } from '@/lib/core/api/experiment';
import { LookReport } from '@/lib/core/experiment/look-figures';
import { PhaseDesign } from '@/lib/core/experiment/phase-design';
import { phaseOutcome } from '@/lib/core/experiment/phase-outcome';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

interface PhaseRow {
  readonly id: Id<'exp'>;
  readonly journeyId: Id<'jrn'>;
  readonly journeyName: string;
  readonly nodeId: Id<'nod'>;
  readonly phase: number;
  readonly state: PhaseState;
  readonly design: unknown;
  readonly planned: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: unknown;
  readonly isNewest: boolean;
  readonly isLive: boolean;
  readonly look: number | null;
  readonly lookedAt: Date | null;
  readonly verdict: unknown;
  readonly nextLookAt: Date | null;
}

/** A phase and its last look, read back from the database. */
export interface PhaseEntry extends Omit<PhaseRow, 'design' | 'outcome' | 'verdict'> {
  readonly design: PhaseDesign;
  readonly outcome: ExperimentSummary['outcome'];
  readonly report: LookReport | null;
}

/** @param chosen which phases `p` of which experiments `e` */
export async function phaseEntries(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  chosen: SQL,
  limit: number,
  order = sql`p.started_at desc, e.id desc, p.phase desc`,
): Promise<PhaseEntry[]> {
  const found = await rows<PhaseRow>(
    tx,
    sql`
      select e.id, e.journey_id as "journeyId", j.name as "journeyName", e.node_id as "nodeId", p.phase, p.state, p.design,
        p.planned, p.next_look_at as "nextLookAt", p.started_at as "startedAt", p.ended_at as "endedAt", p.outcome, j.state in ('live', 'paused') as "isLive",
        ${isNewestPhase} as "isNewest",
        l.look, l.at as "lookedAt", l.verdict
      from experiments e
      join experiment_phases p on p.workspace_id = e.workspace_id and p.experiment_id = e.id
      join journeys j on j.workspace_id = e.workspace_id and j.id = e.journey_id
      left join lateral (
        select look, at, verdict from experiment_looks l
        where l.workspace_id = p.workspace_id and l.experiment_id = p.experiment_id and l.phase = p.phase
        order by look desc limit 1) l on true
      where e.workspace_id = ${workspaceId} and ${chosen}
      order by ${order} limit ${limit}`,
  );
  return found.map(({ design, outcome, verdict, ...row }) => ({
    ...row,
    design: PhaseDesign.parse(design),
    outcome: phaseOutcome(outcome),
    report: verdict === null ? null : LookReport.parse(verdict),
  }));
}

export const isNewestPhase = sql`not exists (
  select from experiment_phases later where later.workspace_id = p.workspace_id
    and later.experiment_id = p.experiment_id and later.phase > p.phase)`;

export function summaryOf(entry: PhaseEntry): ExperimentSummary {
  const { id, journeyId, journeyName, nodeId, design, report, outcome } = entry;
  return {
    ...{ id, journeyId, journeyName, nodeId, name: design.name, outcome },
    ...phaseOf(entry),
    arms: design.arms.map(({ id: arm, name }) => ({ id: arm, name })),
    people: report?.arms.reduce((sum, { exposed }) => sum + exposed, 0) ?? 0,
    verdict: report?.verdict ?? null,
  };
}

export function phaseOf({ phase, state, startedAt, endedAt, outcome }: PhaseEntry) {
  return {
    ...{ phase, state, outcome },
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
