// The share of people who converted, as an estimate.
import type { Estimate } from './estimate';

/** Rate conversions / people with variance p(1 − p); nobody gives rate 0 of 0 people, which no comparison accepts. */
export function estimateRate(conversions: number, people: number): Estimate {
  const value = people > 0 ? conversions / people : 0;
  return { n: people, value, variance: value * (1 - value) };
}
