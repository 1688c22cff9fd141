// What forbids a message for good: consent, suppression, address, the journey's state, the holdout, lateness.
import type { ReasonCode } from '../engine/reason';
import type { PolicyFacts, PolicyVerdict } from './policy-facts';

type Objection = readonly [code: ReasonCode, holds: (facts: PolicyFacts) => boolean];

/** First to last: the first objection that holds is the reason the customer's timeline gives. */
const OBJECTIONS: readonly Objection[] = [
  ['journey-archived', ({ journeyState }) => journeyState === 'archived' || journeyState === 'draft'],
  ['refused-journey-paused', ({ journeyState }) => journeyState === 'paused'],
  ['refused-no-address', ({ address }) => address === null || address.trim() === ''],
  ['refused-suppressed', ({ channel, isSuppressed }) => channel !== 'webhook' && isSuppressed],
  ['refused-opted-out', (facts) => isMarketing(facts) && facts.consent === 'opted-out'],
  ['refused-holdout', (facts) => isMarketing(facts) && facts.limits?.isHeldOut === true],
  ['refused-expired', ({ now, dueAt, maxLatenessMs }) => now - dueAt > maxLatenessMs],
];

/** A webhook speaks to a system, whatever its kind says. */
export function isMarketing({ channel, kind }: PolicyFacts): boolean {
  return channel !== 'webhook' && kind === 'marketing';
}

export function objection(facts: PolicyFacts): PolicyVerdict | null {
  const found = OBJECTIONS.find(([, holds]) => holds(facts));
  if (!found) return null;
  const [code] = found;
  const percent = facts.limits?.rules.holdoutPercent ?? 0;
  const inputs = code === 'refused-holdout' ? { percent } : {};
  return { kind: 'refuse', code, inputs };
}
