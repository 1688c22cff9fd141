// The words in which an experiment is decided: what goes in per look, and what comes out. Types only, so that pages may read them.
import type { Estimate } from './estimate';

/**
 * fixed-window: an early look that may end it at any time and one at the declared end; open-ended: no end; test-then-send: one look
 * at the set hour.
 */
export type DecisionMode = 'fixed-window' | 'open-ended' | 'test-then-send';

/** Fixed when the phase starts. */
export interface DecisionPlan {
  readonly mode: DecisionMode;
  readonly isHigherBetter: boolean;
  /** Chance of any false winner, 0.05 unless somebody chose otherwise. */
  readonly alpha: number;
  /** N*: people planned over all arms of positive weight. It may not follow the data. */
  readonly plannedPeople: number;
  /** No decision before: seven days, for one-shot sends one attribution window. */
  readonly leastMs: number;
  /** When the window closes, or the set hour of test-then-send; null for open-ended. */
  readonly durationMs: number | null;
}

/** One arm at one look. Arms stand in their order on the canvas: the first of equals leads. */
export interface ArmLook {
  readonly id: string;
  /** In any unit; an arm of weight 0 takes no part. */
  readonly weight: number;
  /** Everybody exposed, for the check of the split. */
  readonly exposed: number;
  /** Those of the people counted who converted, or who have a value above 0. */
  readonly conversions: number;
  /** Over the people counted: the exposed, in test-then-send only those whose window is over. */
  readonly estimate: Estimate;
}

export interface Look {
  /** Since the phase started. */
  readonly elapsedMs: number;
  readonly arms: readonly ArmLook[];
  /** People seen in two arms, who are left out of every arm. */
  readonly twoArmPeople: number;
  readonly hasGuardrailBreach: boolean;
}

/** What a decision needs; in the order in which a page should tell it. */
export type Gate = 'arms' | 'split' | 'two-arms' | 'guardrail' | 'time' | 'people' | 'conversions';

/** The leader against one other arm; differences count in the direction that is better. */
export interface Comparison {
  readonly other: string;
  readonly difference: number;
  /** Null while either arm has fewer than two people. */
  readonly se: number | null;
  /** The bound that difference / se has to pass at this look; null where this look may not decide. */
  readonly bound: number | null;
  readonly isBeaten: boolean;
}

/** early: by the bound that holds at every look; end: at the declared end; set-hour: at the hour of test-then-send. */
export type DecidedBy = 'early' | 'end' | 'set-hour';

export type Verdict =
  /** Going on. */
  | { readonly kind: 'running' }
  /** Something is wrong with the split, the people or a guardrail: nothing may be decided from it. */
  | { readonly kind: 'unhealthy' }
  | { readonly kind: 'winner'; readonly arm: string; readonly by: DecidedBy }
  /** Over without proof. The best performer may be used, and is never called a winner; null where nobody leads. */
  | { readonly kind: 'no-winner'; readonly bestPerformer: string | null };

export interface Decision {
  readonly verdict: Verdict;
  /** The gates that are not met. */
  readonly unmet: readonly Gate[];
  /** Null while no arm has anybody. */
  readonly leader: string | null;
  readonly comparisons: readonly Comparison[];
  /** Whether the declared end or set hour has come: there is no later look, whatever the verdict. */
  readonly isOver: boolean;
}
