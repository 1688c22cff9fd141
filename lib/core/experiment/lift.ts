// The difference as a share of the baseline: what people call "+12 %".
import type { Estimate, Interval } from './estimate';

export interface Lift {
  /** (m_t − m_c) / |m_c|. */
  readonly value: number;
  /** Null where the baseline is too small, or too unsure, for a percentage to have bounds. */
  readonly interval: Interval | null;
}

/**
 * Relative lift with Fieller's interval at ± `z`: with V = v/n, R = m_t/m_c and g = z²·V_c/m_c² < 1,
 * [R ± (z/m_c)·√(V_t − g·V_t + R²·V_c)]/(1 − g) − 1. It leaves out 0 exactly when |d|/se > z, so the lift never contradicts the
 * verdict on the difference. Null where the baseline is 0 or an arm has fewer than two people.
 */
export function lift(control: Estimate, variant: Estimate, z: number): Lift | null {
  if (Math.min(control.n, variant.n) < 2 || control.value === 0) return null;
  const base = Math.abs(control.value);
  const value = (variant.value - control.value) / base;
  const spreadC = control.variance / control.n;
  const spreadT = variant.variance / variant.n;
  const g = (z ** 2 * spreadC) / base ** 2;
  if (!(g < 1)) return { value, interval: null };
  const ratio = variant.value / control.value;
  const middle = ratio / (1 - g) - 1;
  const half = ((z / base) * Math.sqrt(spreadT * (1 - g) + ratio ** 2 * spreadC)) / (1 - g);
  // Below a negative baseline a larger ratio is less, so the interval is mirrored.
  const centre = control.value > 0 ? middle : -middle;
  return { value, interval: { low: centre - half, high: centre + half } };
}
