// The smallest change that a given number of people can show.
import { type Certainty, sampleSizeRate } from './sample-size';

const HALVINGS = 200;

/**
 * The smallest rise p₂ − p₁ over rate `baseline` (in (0, 1)) that `n` people per arm see: where sampleSizeRate equals n. Null where
 * even a rise to 100 % needs more people than that.
 */
export function smallestRise(baseline: number, n: number, certainty: Certainty): number | null {
  if (!(sampleSizeRate(baseline, 1, certainty) <= n)) return null;
  let low = 0;
  let high = 1 - baseline;
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (low + high) / 2;
    if (sampleSizeRate(baseline, baseline + middle, certainty) > n) low = middle;
    else high = middle;
  }
  return high;
}
