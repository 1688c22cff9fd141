// One experiment drawn by chance from first to last look, decided by the rule that decides real ones.
import { decide } from '../../../core/experiment/decide';
import type { Estimate } from '../../../core/experiment/estimate';
import type { ArmLook, Decision, DecisionMode, DecisionPlan } from '../../../core/experiment/verdict';
import type { Random } from '../../chaos/random';

const DAY_MS = 86_400_000;
const LEAST_DAYS = 7;

/** Everything seen of one arm so far. */
export interface Seen {
  readonly people: number;
  readonly conversions: number;
}

/** Where the people of a simulation come from, and what is known of them. */
export interface Source {
  /** Adds the people of one look; what is seen of each arm since the start. */
  more(random: Random, people: number): readonly Seen[];
  estimates(): readonly Estimate[];
}

export interface PhaseSetting {
  readonly mode: DecisionMode;
  readonly days: number;
  readonly looksPerDay: number;
  /** Over all arms and the whole plan. */
  readonly people: number;
  /** How long an open-ended phase is watched, as a multiple of its plan. */
  readonly horizon?: number;
}

export interface PhaseEnd {
  /** The arm that won, null where none did. */
  readonly winner: number | null;
  readonly day: number;
}

/** Looks until the rule says that it is over; `watch` sees every look. */
export function runPhase(
  random: Random,
  source: Source,
  setting: PhaseSetting,
  watch: (arms: readonly ArmLook[], decision: Decision) => void = () => undefined,
): PhaseEnd {
  const { mode, days, looksPerDay, people, horizon = 1 } = setting;
  const looks = days * looksPerDay;
  const isEndless = mode === 'open-ended';
  const plan: DecisionPlan = {
    mode,
    isHigherBetter: true,
    alpha: 0.05,
    plannedPeople: people,
    leastMs: mode === 'test-then-send' ? 0 : LEAST_DAYS * DAY_MS,
    durationMs: isEndless ? null : days * DAY_MS,
  };
  for (let look = 1; look <= looks * horizon; look += 1) {
    const seen = source.more(random, Math.round(people / looks));
    const arms = armsOf(seen, source.estimates());
    const elapsedMs = (look / looksPerDay) * DAY_MS;
    const decision = decide(plan, { elapsedMs, arms, twoArmPeople: 0, hasGuardrailBreach: false });
    watch(arms, decision);
    if (decision.verdict.kind === 'winner') {
      return { winner: Number(decision.verdict.arm), day: look / looksPerDay };
    }
  }
  return { winner: null, day: days * horizon };
}

function armsOf(seen: readonly Seen[], estimates: readonly Estimate[]): ArmLook[] {
  return seen.flatMap(({ people, conversions }, index) => {
    const estimate = estimates[index];
    return estimate ? [{ id: String(index), weight: 1, exposed: people, conversions, estimate }] : [];
  });
}
