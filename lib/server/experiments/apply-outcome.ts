// Brings what a look decided onto the canvas: a new version of the journey in which all new entries take the chosen arm. In a
// transaction of its own, because it holds the lanes; a crash in between leaves the outcome waiting, and it is applied then.
import { sql } from 'drizzle-orm';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { rows, type Tx } from '../db/transaction';
import { lockJourney } from '../journeys/lock-journey';
import { lockLanes } from '../journeys/lock-lanes';
import { republish } from '../journeys/republish';
import type { PhaseRef } from './load-statistics';
import { RULE_NAME } from './rule-name';

/** The first of two workers applies it; the other finds it done. */
export async function applyOutcome(
  tx: Tx,
  { workspaceId, experimentId, journeyId, phase }: PhaseRef,
): Promise<void> {
  const actor: Actor = { workspaceId, id: 'system', name: RULE_NAME, role: 'editor' };
  await lockLanes(tx, actor);
  const journey = await lockJourney(tx, actor, journeyId);
  const [row] = await rows<{ kind: string; arm: string | null; isCurrent: boolean }>(
    tx,
    sql`
      update experiment_phases set outcome = jsonb_set(outcome, '{by}', ${JSON.stringify(RULE_NAME)}::jsonb)
      where workspace_id = ${workspaceId} and experiment_id = ${experimentId} and phase = ${phase}
        and outcome ->> 'by' = ''
      returning outcome ->> 'kind' as kind, outcome ->> 'arm' as arm, ended_at is null as "isCurrent"`,
  );
  if (!row) return;
  await audit(tx, actor, 'experiment.concluded', experimentId, { phase, kind: row.kind, arm: row.arm });
  if (row.arm !== null && row.isCurrent && journey) await republish(tx, actor, journey, noteOf(row.kind));
}

const NOTES: Readonly<Record<string, string>> = {
  winner: 'The winner of an experiment takes all new entries.',
  best: 'The best performer of an experiment, not proven, takes all new entries.',
  baseline: 'An experiment ended without a winner; its first arm takes all new entries.',
  paused: 'An arm of an experiment did harm and is paused.',
};

function noteOf(kind: string): string {
  return NOTES[kind] ?? '';
}
