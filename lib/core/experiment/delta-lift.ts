// The relative lift as a normal quantity, where one number for its spread is needed and not a pair of bounds.
import type { Difference } from './difference';
import type { Estimate } from './estimate';

/**
 * L = (m_t − m_c)/|m_c| with the delta method's standard error √(V_t/m_c² + m_t²·V_c/m_c⁴), V = v/n. Its interval may contradict the
 * verdict on the difference; what is shown beside a verdict is `lift`. Null as there.
 */
export function deltaLift(control: Estimate, variant: Estimate): Difference | null {
  if (Math.min(control.n, variant.n) < 2 || control.value === 0) return null;
  const base = Math.abs(control.value);
  const ratio = variant.value / base;
  const se = Math.sqrt(variant.variance / variant.n + (ratio ** 2 * control.variance) / control.n) / base;
  return { value: (variant.value - control.value) / base, se, people: control.n + variant.n };
}
