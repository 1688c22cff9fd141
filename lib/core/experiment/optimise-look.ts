// A look in optimise mode: what to deal from now on, and whether there is anything left to gain. It proves nothing.
import { banditWeights, isSettled, yetToLearn } from './bandit-weights';
import { chanceToBeBest } from './chance-to-be-best';
import type { LookStatistics } from './look-statistics';
import type { Posterior } from './posterior';
import { MISMATCH_P, sampleRatio } from './sample-ratio';
import type { Gate } from './verdict';

export interface OptimisedArm {
  readonly id: string;
  readonly people: number;
  readonly conversions: number;
  /** Of what is better the more there is of it; null while too little is known. */
  readonly posterior: Posterior | null;
}

interface Optimised {
  readonly verdict: { readonly kind: 'optimising' } | { readonly kind: 'settled'; readonly arm: string };
  /** In percent; null while the arms are still being learnt, and dealt equally. */
  readonly shares: Readonly<Record<string, number>> | null;
  readonly leader: string | null;
  readonly unmet: readonly Gate[];
}

/** @param arms those that people are dealt, the holdout apart; nothing is settled while a gate in `ill` is unmet */
export function optimiseLook(arms: readonly OptimisedArm[], ill: readonly Gate[]): Optimised {
  const known = arms.flatMap(({ id, posterior }) => (posterior === null ? [] : [{ id, posterior }]));
  const [first, ...others] = [...known].sort((one, other) => other.posterior.mean - one.posterior.mean);
  const optimising = { verdict: { kind: 'optimising' as const }, leader: first?.id ?? null };
  const missing = yetToLearn(arms);
  const isKnown = known.length === arms.length && missing.length === 0;
  if (first === undefined || others.length === 0 || !isKnown)
    return { ...optimising, shares: null, unmet: [...ill, ...missing] };
  const weights = banditWeights(chanceToBeBest(known.map(({ posterior }) => posterior)));
  const dealt = weights.flatMap((weight, at) =>
    known.slice(at, at + 1).map(({ id }) => [id, rounded(100 * weight)]),
  );
  const shares: Record<string, number> = Object.fromEntries(dealt);
  const rivals = others.map(({ posterior }) => posterior);
  if (ill.length === 0 && isSettled(first.posterior, rivals)) {
    return { verdict: { kind: 'settled', arm: first.id }, leader: first.id, shares: null, unmet: [] };
  }
  return { ...optimising, shares, unmet: ill };
}

/**
 * Each period of shares by itself: over all of them no split is what any of them said. The smallest p of many is small by chance, so it
 * is taken times their number (Bonferroni): else a fair split of sixty periods would be accused in 6 % of experiments.
 */
export function leastSplitP(periods: LookStatistics['periods']): { p: number; isMismatch: boolean } {
  const found = periods.map(({ shares, exposed }) => {
    const arms = Object.entries(shares).map(([arm, weight]) => ({ people: exposed[arm] ?? 0, weight }));
    return sampleRatio(arms).p * periods.length;
  });
  const p = Math.min(1, ...found);
  return { p, isMismatch: p < MISMATCH_P };
}

const rounded = (percent: number) => Math.round(percent * 100) / 100;
