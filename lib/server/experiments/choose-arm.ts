// A person ends an experiment: everybody who comes from now on takes one arm, or goes on being split without being measured.
import type { ExperimentDetail, ExperimentRef, PromoteArm } from '@/lib/core/api/experiment';
import { RULE } from '@/lib/core/experiment/look-report';
import { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { PhaseOutcome } from '@/lib/core/experiment/phase-outcome';
import type { Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { now } from '../clock';
import { type CodedRefusal, refusal } from '../refusal';
import { changePhase } from './change-phase';

/** All new entries take this arm. People inside keep theirs. */
export function promoteArm(
  actor: Actor,
  { id, arm }: PromoteArm,
): Promise<Result<ExperimentDetail, CodedRefusal>> {
  return changePhase(actor, id, (phase) => {
    const known = PhaseDesign.parse(phase.design).arms.find((one) => one.id === arm);
    if (!known) return refusal('unknown-arm', { field: 'arm' });
    return {
      action: 'experiment.promoted',
      note: `New entries of an experiment take “${known.name}”.`,
      set: { ...ended(), state: 'decided', outcome: { ...chosen(actor, phase.looks), arm } },
    };
  });
}

/** The split goes on, and nothing is concluded from it any more. */
export function stopExperiment(
  actor: Actor,
  { id }: ExperimentRef,
): Promise<Result<ExperimentDetail, CodedRefusal>> {
  return changePhase(actor, id, (phase) => {
    if (phase.state !== 'running') return refusal('experiment-not-running');
    return {
      action: 'experiment.stopped',
      note: null,
      set: { ...ended(), state: 'stopped', outcome: { ...chosen(actor, phase.looks), arm: null } },
    };
  });
}

/** Takes back what was decided, or begins once more: everybody is split anew, in a phase of its own. */
export function runAgain(
  actor: Actor,
  { id }: ExperimentRef,
): Promise<Result<ExperimentDetail, CodedRefusal>> {
  return changePhase(actor, id, ({ state }) => ({
    action: 'experiment.undone',
    note: 'An experiment splits new entries again.',
    set: { nextLookAt: null, endedAt: now(), state: state === 'running' ? 'ended' : state },
  }));
}

const ended = () => ({ nextLookAt: null });

function chosen({ name }: Actor, look: number): Omit<PhaseOutcome, 'arm'> {
  return { kind: 'chosen', paused: [], look, at: now().toISOString(), by: name, rule: RULE };
}
