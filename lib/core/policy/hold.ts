// Holding a message back: never into quiet hours, and never longer than it may be late.
import type { ReasonCode } from '../engine/reason';
import type { JsonObject } from '../json';
import { isMarketing } from './objections';
import type { LimitedFacts, PolicyVerdict } from './policy-facts';
import { afterQuietHours } from './quiet-hours';

/** When somebody may be written to at or after an instant (ms): that instant, or the end of the quiet hours it is in. */
export function firstMoment(facts: LimitedFacts, at: number): number {
  const { rules, zone } = facts.limits;
  const { quietHours } = rules;
  const isQuiet = quietHours.isOn && quietHours.channels.some((channel) => channel === facts.channel);
  return isQuiet && isMarketing(facts) ? afterQuietHours(quietHours, zone.zone, at) : at;
}

/**
 * Waits until `freeAt`, or until the quiet hours around it are over. Refused where the message may not be that late.
 * @param refusal its reason where it cannot wait so long
 */
export function hold(
  facts: LimitedFacts,
  code: ReasonCode,
  freeAt: number,
  refusal: ReasonCode,
  inputs: JsonObject,
): PolicyVerdict {
  const until = firstMoment(facts, freeAt);
  if (until - facts.dueAt <= facts.maxLatenessMs) {
    return { kind: 'wait', code, until, inputs: { ...inputs, until } };
  }
  const latest = facts.dueAt + facts.maxLatenessMs;
  return { kind: 'refuse', code: refusal, inputs: { ...inputs, until, latest } };
}
