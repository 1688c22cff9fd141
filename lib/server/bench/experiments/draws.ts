// Draws by a seeded generator: how many of n convert, to whom people are dealt, what an order is worth.
import type { Random } from '../../chaos/random';

/** How many of `n` succeed, walking from one success to the next. */
export function binomial(random: Random, n: number, p: number): number {
  if (p <= 0) return 0;
  const miss = Math.log1p(-p);
  let count = 0;
  for (let at = gap(random, miss); at < n; at += 1 + gap(random, miss)) count += 1;
  return count;
}

function gap(random: Random, miss: number): number {
  return Math.floor(Math.log1p(-random()) / miss);
}

/** People dealt evenly over `arms`, one by one, as the hash deals them. */
export function dealt(random: Random, people: number, arms: number): number[] {
  const counts = Array.from({ length: arms }, () => 0);
  for (let person = 0; person < people; person += 1) {
    const arm = Math.floor(random() * arms);
    counts[arm] = (counts[arm] ?? 0) + 1;
  }
  return counts;
}

/** The worth of an order: lognormal, so that a few are enormous. */
export function order(random: Random, mu: number, sigma: number): number {
  const bell = Math.sqrt(-2 * Math.log1p(-random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(mu + sigma * bell);
}
