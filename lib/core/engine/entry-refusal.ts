// Why somebody whom a trigger would let in is not let in.
import { hash53 } from '../hash';
import type { JsonObject } from '../json';
import type { Occurrence } from './customer-event';
import type { CustomerState } from './ledger';
import type { LiveRule } from './live-rule';
import type { ReasonCode } from './reason';

/** What took longer than this to reach us starts no journey, unless the trigger accepts late events. */
const LATE_AFTER_MS = 72 * 3_600_000;

export interface EntryRefusal {
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
}

/** Whether a customer belongs to a journey's holdout: always the same ones, and others in every journey. */
function isHeldOut(customerId: string, journeyId: string, percent: number): boolean {
  return hash53(`${journeyId}/holdout/${customerId}`) % 10_000 < percent * 100;
}

/** The first objection to this entry, or null. */
export function entryRefusal(
  state: CustomerState,
  { journeyId, program, acceptsLate }: LiveRule,
  { receivedAt, occurredAt }: Occurrence,
  key: string,
): EntryRefusal | null {
  const { startsAt, endsAt, holdoutPercent, concurrency, reentry, reentryAfterMs } = program;
  if ((startsAt !== null && receivedAt < startsAt) || (endsAt !== null && receivedAt > endsAt)) {
    return { code: 'outside-window', inputs: { startsAt, endsAt } };
  }
  const lateMs = receivedAt - occurredAt;
  if (!acceptsLate && lateMs > LATE_AFTER_MS) return { code: 'event-too-old', inputs: { lateMs } };
  if (isHeldOut(state.id, journeyId, holdoutPercent)) return { code: 'held-out', inputs: { holdoutPercent } };
  const inside = [...state.open.values()].filter((open) => open.journeyId === journeyId);
  if (inside.some((open) => concurrency === 'one' || open.key === key)) {
    return { code: 'already-in-journey', inputs: {} };
  }
  const last = state.entered.get(journeyId);
  if (last === undefined || reentry === 'unlimited') return null;
  if (reentry === 'once') return { code: 'entered-before', inputs: { last } };
  const again = last + reentryAfterMs;
  return receivedAt < again ? { code: 'entered-too-lately', inputs: { last, again } } : null;
}
