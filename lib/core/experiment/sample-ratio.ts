// Did the split deal people as it was told to? Where it did not, nothing else on the page can be believed.
import { chiSquared } from '../statistics/chi-squared';

interface SampleRatio {
  readonly chi2: number;
  readonly df: number;
  /** Chance of a split this uneven when it is fair. */
  readonly p: number;
  readonly isMismatch: boolean;
}

/** Below this a split counts as broken: checked daily for 90 days, a fair one is accused in 1.5 % of experiments. */
export const MISMATCH_P = 0.001;

/**
 * Pearson's chi-squared of the exposed people of each arm against its weight, over arms of positive weight. With fewer than two of
 * those, or nobody yet, there is nothing to doubt: p = 1.
 */
export function sampleRatio(
  arms: readonly { readonly people: number; readonly weight: number }[],
): SampleRatio {
  const dealt = arms.filter(({ weight }) => weight > 0);
  const people = dealt.reduce((sum, arm) => sum + arm.people, 0);
  const weight = dealt.reduce((sum, arm) => sum + arm.weight, 0);
  const df = Math.max(0, dealt.length - 1);
  if (df === 0 || people === 0) return { chi2: 0, df, p: 1, isMismatch: false };
  const chi2 = dealt.reduce((sum, arm) => {
    const due = (people * arm.weight) / weight;
    return sum + (arm.people - due) ** 2 / due;
  }, 0);
  const p = chiSquared.sf(chi2, df);
  return { chi2, df, p, isMismatch: p < MISMATCH_P };
}
