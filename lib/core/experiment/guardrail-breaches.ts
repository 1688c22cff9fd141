// Whether an arm does harm: looked for at every look, on the worse side only.
import { alwaysValid } from './always-valid';
import type { Guardrail } from './design';
import { difference, intervalOf } from './difference';
import { estimateRate } from './estimate-rate';
import type { ArmStatistics } from './look-statistics';

/** Two-sided, of which only the worse side counts. */
const ALPHA = 0.1;

/** Of fewer people in an arm no bound holds yet. */
const LEAST_PEOPLE = 100;

/** Shares that no mail provider forgives, whatever the other arms do. */
const CAPS: Partial<Record<Guardrail, number>> = { complained: 0.001, bounced: 0.05 };
/**
 * A cap speaks of shares, and a complaint among the first hundred people is not yet one: from seven on, chance pauses about one in a
 * hundred arms that keep to a third of it.
 */
const LEAST_EVENTS = 7;

interface Breach {
  readonly guardrail: Guardrail;
  readonly arm: string;
}

/**
 * @param baseline the arm that the others must not be worse than
 * @param planned of all arms together
 */
export function guardrailBreaches(
  guardrails: readonly Guardrail[],
  baseline: ArmStatistics,
  arms: readonly ArmStatistics[],
  planned: number,
): Breach[] {
  const all = [baseline, ...arms];
  const pair = (2 * planned) / all.length;
  return guardrails.flatMap((guardrail) => {
    const rate = (arm: ArmStatistics) => estimateRate(arm.guardrails[guardrail], arm.exposed);
    const isWorse = (arm: ArmStatistics) => {
      const found = arm === baseline ? null : difference(rate(baseline), rate(arm));
      const isSeen = Math.min(baseline.exposed, arm.exposed) >= LEAST_PEOPLE;
      return found !== null && isSeen && intervalOf(found, alwaysValid.z(found.people, ALPHA, pair)).low > 0;
    };
    const cap = CAPS[guardrail] ?? 1;
    const isAbove = (arm: ArmStatistics) =>
      arm.guardrails[guardrail] >= LEAST_EVENTS && rate(arm).value > cap;
    return all.filter((arm) => isWorse(arm) || isAbove(arm)).map(({ arm }) => ({ guardrail, arm }));
  });
}
