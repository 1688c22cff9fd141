// What follows from a look by itself, as was chosen when the experiment was set up.
import { HOLDOUT_ARM } from './holdout-arm';
import type { LookReport } from './look-figures';
import type { PhaseDesign } from './phase-design';
import type { PhaseOutcome } from './phase-outcome';

/** `isOver`: no further look is taken, because a look that is repeated with more data could find anything. */
export interface LookOutcome {
  readonly isOver: boolean;
  /** Null where nothing follows. */
  readonly outcome: Pick<PhaseOutcome, 'kind' | 'arm'> | null;
}

export function lookOutcome({ onWinner, withoutWinner, arms }: PhaseDesign, report: LookReport): LookOutcome {
  const { verdict, isOver } = report;
  if (report.breaches.length > 0) {
    const harmful = new Set(report.breaches.map(({ arm }) => arm));
    const harmless = arms.find(({ id }) => !harmful.has(id));
    return { isOver: true, outcome: { kind: 'paused', arm: harmless?.id ?? null } };
  }
  if (verdict.kind === 'winner') {
    const isPromoted = onWinner === 'promote' && verdict.arm !== HOLDOUT_ARM;
    return { isOver: true, outcome: { kind: 'winner', arm: isPromoted ? verdict.arm : null } };
  }
  if (!isOver) return { isOver, outcome: null };
  if (verdict.kind !== 'no-winner' || withoutWinner === 'keep')
    return { isOver, outcome: { kind: 'none', arm: null } };
  const [baseline] = arms;
  if (withoutWinner === 'baseline')
    return { isOver, outcome: { kind: 'baseline', arm: baseline?.id ?? null } };
  const best = verdict.bestPerformer;
  return { isOver, outcome: { kind: 'best', arm: best === HOLDOUT_ARM ? null : best } };
}
