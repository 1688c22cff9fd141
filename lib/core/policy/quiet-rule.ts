// Marketing waits for the end of the customer's quiet hours.
import { firstMoment, hold } from './hold';
import type { LimitedFacts, PolicyVerdict } from './policy-facts';

export function quietRule(facts: LimitedFacts): PolicyVerdict | null {
  const end = firstMoment(facts, facts.now);
  if (end === facts.now) return null;
  const { from, to } = facts.limits.rules.quietHours;
  const { zone, isUnknown } = facts.limits.zone;
  // A zone nobody knows is a warning, and no reason to lose the message.
  const inputs = { from, to, zone, ...(isUnknown && { isZoneUnknown: true }) };
  return hold(facts, 'held-for-quiet-hours', end, 'refused-quiet-hours', inputs);
}
