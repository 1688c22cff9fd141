// One event of one customer: what they told us about themselves, whom it resumes, what it lets them into.
import type { CustomerEvent } from './customer-event';
import { inOrder } from './in-order';
import { type CustomerState, type Ledger, move } from './ledger';
import type { LiveRule } from './live-rule';
import { mergeTraits } from './merge-traits';
import { newEnrollment } from './new-enrollment';
import type { ReasonCode } from './reason';
import { enrollRules, isResumedBy } from './rule-index';

/** An event that took longer than this to reach us starts no journey, unless the trigger accepts late events. */
const LATE_AFTER_MS = 72 * 3_600_000;

function refusalOf(
  state: CustomerState,
  rule: LiveRule,
  event: CustomerEvent,
  key: string,
): ReasonCode | null {
  if (!rule.acceptsLate && event.receivedAt - event.occurredAt > LATE_AFTER_MS) return 'event-too-old';
  const { journeyId } = rule;
  const isInside = [...state.open.values()].some((open) => open.journeyId === journeyId && open.key === key);
  if (isInside) return 'already-in-journey';
  return rule.reentry === 'once' && state.entered.has(journeyId) ? 'entered-before' : null;
}

function enroll(ledger: Ledger, state: CustomerState, rule: LiveRule, event: CustomerEvent): void {
  const enrollment = newEnrollment(rule, event);
  const { customerId, journeyId, version, key } = enrollment;
  const code = refusalOf(state, rule, event, key);
  if (code === null) {
    state.entered.add(journeyId);
    move(ledger, state, enrollment, { now: event.receivedAt, cause: { kind: 'entered' } });
    return;
  }
  ledger.decisions.push({
    customerId,
    journeyId,
    version,
    enrollmentId: null,
    nodeId: rule.nodeId,
    code,
    at: event.receivedAt,
    inputs: { event: event.name, key },
  });
}

/**
 * Applies an event. It is judged once, against the customer as it finds them (its own traits merged in): first every
 * enrollment that waits for it goes on, in the order in which they entered, then it lets the customer in wherever a
 * rule says so. So it never resumes what it has itself started, and what it has ended it may start again.
 */
export function applyEvent(ledger: Ledger, state: CustomerState, event: CustomerEvent): void {
  if (event.type === 'identify') state.attributes = mergeTraits(state.attributes, event.traits);
  const { index } = ledger;
  const resumed = [...state.open.values()].filter((open) =>
    isResumedBy(index, open, event, state.attributes),
  );
  const entering = enrollRules(index, event, state.attributes);
  const cause = { kind: 'event', event: event.name, properties: event.properties } as const;
  for (const enrollment of inOrder(resumed, ({ enteredAt }) => enteredAt)) {
    move(ledger, state, enrollment, { now: event.receivedAt, cause });
  }
  for (const rule of entering) enroll(ledger, state, rule, event);
}
