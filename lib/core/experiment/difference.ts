// How much more one arm has than another, and how sure that is.
import type { Estimate, Interval } from './estimate';

export interface Difference {
  /** Variant less control, in the metric's unit. */
  readonly value: number;
  readonly se: number;
  /** People of both arms. */
  readonly people: number;
}

const LEAST_PEOPLE = 2;

/** d = m_t − m_c, se = √(v_t/n_t + v_c/n_c). Null with fewer than two people in an arm: one person has no spread. */
export function difference(control: Estimate, variant: Estimate): Difference | null {
  if (Math.min(control.n, variant.n) < LEAST_PEOPLE) return null;
  const se = Math.sqrt(variant.variance / variant.n + control.variance / control.n);
  return { value: variant.value - control.value, se, people: control.n + variant.n };
}

/** d ± z·se. */
export function intervalOf({ value, se }: Difference, z: number): Interval {
  return { low: value - z * se, high: value + z * se };
}
