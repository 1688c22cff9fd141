// What follows from a look by itself, as was chosen when the experiment was set up.
import { HOLDOUT_ARM } from './holdout-arm';
import type { LookReport } from './look-figures';
import type { PhaseDesign } from './phase-design';
import type { PhaseOutcome } from './phase-outcome';

/** `isOver`: no further look is taken, because a look that is repeated with more data could find anything. */
export interface LookOutcome {
  readonly isOver: boolean;
  /** Null where nothing follows. */
  readonly outcome: (Pick<PhaseOutcome, 'kind' | 'arm'> & { readonly paused?: string[] }) | null;
}

export function lookOutcome(design: PhaseDesign, report: LookReport): LookOutcome {
  const { onWinner, withoutWinner, arms } = design;
  const { verdict, isOver } = report;
  if (report.breaches.length > 0) return { isOver: true, outcome: pausing(design, report) };
  if (verdict.kind === 'settled') {
    const arm = onWinner === 'promote' ? verdict.arm : null;
    return { isOver: true, outcome: { kind: 'settled', arm } };
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

/**
 * Nobody is dealt an arm that did harm any more. Where one is left it takes all, which does not make it a winner; where more are
 * left, they go on among themselves.
 */
function pausing(design: PhaseDesign, { breaches }: LookReport): LookOutcome['outcome'] {
  const paused = [...new Set([...design.paused, ...breaches.map(({ arm }) => arm)])];
  const left = design.arms.filter(({ id, percent }) => percent > 0 && !paused.includes(id));
  return { kind: 'paused', arm: (left.length === 1 && left[0]?.id) || null, paused };
}
