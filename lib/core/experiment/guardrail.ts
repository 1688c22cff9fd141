// Stops an arm that does harm, while the experiment runs. It never declares a winner.
import { alwaysValid } from './always-valid';
import { difference } from './difference';
import { estimateRate } from './estimate-rate';

type GuardrailKind = 'unsubscribe' | 'complaint' | 'bounce';

interface Counts {
  /** People with at least one. */
  readonly events: number;
  readonly people: number;
}

interface GuardrailQuestion {
  readonly kind: GuardrailKind;
  readonly baseline: Counts;
  readonly arm: Counts;
  /** Planned total of both, frozen at start. */
  readonly planned: number;
}

/** cap: more than a provider lets pass; harm: surely more than the baseline arm. */
export type GuardrailBreach = 'cap' | 'harm';

/** Two-sided, so one-sided 5 %: harm is believed sooner than a gain. */
const ALPHA = 0.1;
const LEAST_PEOPLE = 100;
/** A cap speaks of rates, and one complaint among the first hundred people is not yet one. */
const LEAST_EVENTS = 5;
const CAPS: Record<GuardrailKind, number> = { complaint: 0.001, bounce: 0.05, unsubscribe: 1 };

/** Whether an arm has to be paused: null where it may go on. Asked at every look; the bounds hold at all of them together. */
export function guardrailBreach({ kind, baseline, arm, planned }: GuardrailQuestion): GuardrailBreach | null {
  if (arm.events >= LEAST_EVENTS && arm.events > CAPS[kind] * arm.people) return 'cap';
  const found = difference(
    estimateRate(baseline.events, baseline.people),
    estimateRate(arm.events, arm.people),
  );
  if (!found || Math.min(baseline.people, arm.people) < LEAST_PEOPLE) return null;
  const isHarm =
    arm.events >= LEAST_EVENTS && found.value > alwaysValid.z(found.people, ALPHA, planned) * found.se;
  return isHarm ? 'harm' : null;
}
