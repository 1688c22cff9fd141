// Brings what a look decided onto the canvas: a new version of the journey in which all new entries take the chosen arm. In a
// transaction of its own, because it holds the lanes; a crash in between leaves the outcome waiting, and it is applied then.
import { sql } from 'drizzle-orm';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { rows, type Tx } from '../db/transaction';
import { type LockedJourney, lockJourney } from '../journeys/lock-journey';
import { lockLanes } from '../journeys/lock-lanes';
import { republish } from '../journeys/republish';
import type { PhaseRef } from './phase-ref';
import { RULE_NAME } from './rule-name';

/** The first of two workers applies it; the other finds it done. */
export async function applyOutcome(tx: Tx, ref: PhaseRef): Promise<void> {
  const { workspaceId, journeyId } = ref;
  const actor: Actor = { workspaceId, id: 'system', name: RULE_NAME, role: 'editor' };
  await lockLanes(tx, actor);
  const journey = await lockJourney(tx, actor, journeyId);
  await dealShares(tx, ref, actor, journey);
  const [row] = await rows<Concluded>(
    tx,
    sql`
      update experiment_phases set outcome = jsonb_set(outcome, '{by}', ${JSON.stringify(RULE_NAME)}::jsonb)
      where ${ofPhase(ref)} and outcome ->> 'by' = ''
      returning outcome ->> 'kind' as kind, outcome ->> 'arm' as arm, ended_at is null as "isCurrent"`,
  );
  if (!row) return;
  await audit(tx, actor, 'experiment.concluded', ref.experimentId, {
    ...{ phase: ref.phase, kind: row.kind, arm: row.arm },
  });
  const isOnCanvas = row.arm !== null || row.kind === 'paused';
  if (isOnCanvas && row.isCurrent && journey) await republish(tx, actor, journey, noteOf(row.kind));
}

interface Concluded {
  readonly kind: string;
  readonly arm: string | null;
  readonly isCurrent: boolean;
}

/** Optimise mode: what a look would have the journey deal from now on. */
async function dealShares(tx: Tx, ref: PhaseRef, actor: Actor, journey: LockedJourney | null): Promise<void> {
  const dealt = await rows<{ period: number }>(
    tx,
    sql`
      update experiment_phases set periods = jsonb_set(periods, '{-1,isDealt}', 'true')
      where ${ofPhase(ref)} and periods -> -1 ->> 'isDealt' = 'false' and ended_at is null
      returning (periods -> -1 ->> 'period')::int as period`,
  );
  const [row] = dealt;
  if (!row) return;
  await audit(tx, actor, 'experiment.shares-moved', ref.experimentId, {
    phase: ref.phase,
    period: row.period,
  });
  if (journey) await republish(tx, actor, journey, SHARES_NOTE);
}

const ofPhase = ({ workspaceId, experimentId, phase }: PhaseRef) => sql`
  workspace_id = ${workspaceId} and experiment_id = ${experimentId} and phase = ${phase}`;

const SHARES_NOTE = 'The shares of an experiment follow what was seen.';

const NOTES: Readonly<Record<string, string>> = {
  winner: 'The winner of an experiment takes all new entries.',
  best: 'The best performer of an experiment, not proven, takes all new entries.',
  settled: 'An experiment has nothing left to gain; its best performer takes all new entries.',
  baseline: 'An experiment ended without a winner; its first arm takes all new entries.',
  paused: 'An arm of an experiment did harm and is paused.',
};

function noteOf(kind: string): string {
  return NOTES[kind] ?? '';
}
