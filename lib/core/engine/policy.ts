// Whether a message may be sent now, later or never: the one place where all rules of sending are weighed.
import { capInputs, capRule, capStates } from '../policy/cap-rule';
import { objection } from '../policy/objections';
import type { PolicyFacts, PolicyRule, PolicyVerdict } from '../policy/policy-facts';
import { quietRule } from '../policy/quiet-rule';
import { throttleRule } from '../policy/throttle-rule';

/** After the objections, first to last: the first that has something against the message decides. */
const RULES: readonly PolicyRule[] = [quietRule, capRule, throttleRule];

/**
 * Allows, refuses or holds back one send. To be asked in the transaction that starts the send, so that an opt-out
 * committed before it always wins, and with the locks that keep two senders from taking the same place under a cap.
 *
 * - A suppressed address gets nothing at all: whoever bounced or complained must not be written to again.
 * - An opt-out stops marketing. What customers asked for themselves (transactional: a receipt, a reset link) still goes,
 *   and is neither capped nor counted, nor held for quiet hours, nor kept back from the holdout.
 * - `not-asked` does not stop a message: consent is recorded per channel, and a shop brings its opt-outs along.
 * - A webhook speaks to a system, not to a person: only the journey's state and the throttle apply to it.
 */
export function policy(facts: PolicyFacts): PolicyVerdict {
  const refusal = objection(facts);
  if (refusal) return refusal;
  const { limits } = facts;
  if (!limits) return { kind: 'allow', inputs: {} };
  const limited = { ...facts, limits };
  for (const rule of RULES) {
    const verdict = rule(limited);
    if (verdict) return verdict;
  }
  const caps = capStates(limited).map(capInputs);
  return { kind: 'allow', inputs: caps.length === 0 ? {} : { caps } };
}
