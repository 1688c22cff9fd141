// Credible bounds of a difference or a lift: exact quantiles of X_t − X_c and of X_t / X_c − 1 under both posteriors.
import { integrate } from '../statistics/integrate';
import { panels } from './panels';
import type { Posterior } from './posterior';

const MOST_STEPS = 200;
const ROUNDING = 1e-15;
const TINY = 1e-17;

/** How a contrast c at x of the control is met by the variant: at `at`, moving by `slope` per unit of c. */
interface Contrast {
  at(c: number, x: number): number;
  slope(c: number, x: number): number;
  /** The control's value at which the variant's `y` has contrast c. */
  back(c: number, y: number): number;
}

const difference: Contrast = { at: (c, x) => x + c, slope: () => 1, back: (c, y) => y - c };
/** In logarithms, since lifts reach from −100 % to any height. */
const ratio: Contrast = {
  at: (c, x) => Math.exp(c) * x,
  slope: (c, x) => Math.exp(c) * x,
  back: (c, y) => y / Math.exp(c),
};

/** The d with P(X_t − X_c <= d) = p, for p in (0, 1). */
export function differenceQuantile(control: Posterior, variant: Posterior, p: number): number {
  return solve(
    { control, variant, contrast: difference, p },
    variant.low - control.high,
    variant.high - control.low,
  );
}

/** The L with P(X_t / X_c − 1 <= L) = p, for p in (0, 1). Both have to lie above 0, as rates do. */
export function liftQuantile(control: Posterior, variant: Posterior, p: number): number {
  const [low, high] = [Math.log(variant.low / control.high), Math.log(variant.high / control.low)];
  return Math.expm1(solve({ control, variant, contrast: ratio, p }, low, high));
}

interface Question {
  readonly control: Posterior;
  readonly variant: Posterior;
  readonly contrast: Contrast;
  readonly p: number;
}

/** Newton's steps, halving the bracket instead wherever one would leave it. */
function solve(question: Question, from: number, to: number): number {
  let [low, high] = [from, to];
  let c = (low + high) / 2;
  let moved = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS && moved > ROUNDING * Math.abs(c) + TINY; step += 1) {
    const { excess, slope } = excessAt(question, c);
    if (excess > 0) high = c;
    else low = c;
    const newton = c - excess / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    moved = Math.abs(next - c);
    c = next;
  }
  return c;
}

function excessAt({ control, variant, contrast, p }: Question, c: number): { excess: number; slope: number } {
  const back = (y: number) => contrast.back(c, y);
  const bends = { low: back(variant.low), mean: back(variant.mean), high: back(variant.high) };
  const edges = panels(control.low, control.high, [bends]);
  const below = integrate((x) => control.pdf(x) * variant.cdf(contrast.at(c, x)), edges);
  const slope = integrate(
    (x) => control.pdf(x) * variant.pdf(contrast.at(c, x)) * contrast.slope(c, x),
    edges,
  );
  return { excess: below - p, slope };
}
