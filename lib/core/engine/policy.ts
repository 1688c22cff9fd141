// Whether a message may be sent now: the one place where consent and suppression are weighed.
import type { MessageKind } from '../nodes/message';
import type { ReasonCode } from './reason';

export interface PolicyFacts {
  readonly channel: 'email' | 'sms' | 'webhook';
  readonly kind: MessageKind;
  /** The newest entry of the consent ledger for this channel. */
  readonly consent: 'opted-in' | 'opted-out' | 'not-asked';
  /** Whether the address is on the suppression list: hard bounce, complaint, STOP. */
  readonly isSuppressed: boolean;
  /** Where the message would go; null or blank where the customer has no address on this channel. */
  readonly address: string | null;
  readonly journeyState: 'draft' | 'live' | 'paused' | 'archived';
  /** When the message was due, and what time it is (ms since 1970). */
  readonly dueAt: number;
  readonly now: number;
  readonly maxLatenessMs: number;
}

export type PolicyVerdict =
  | { readonly kind: 'allow' }
  | { readonly kind: 'refuse'; readonly code: ReasonCode };

type Objection = readonly [code: ReasonCode, holds: (facts: PolicyFacts) => boolean];

/** First to last: the first objection that holds is the reason the customer's timeline gives. */
const OBJECTIONS: readonly Objection[] = [
  ['journey-archived', ({ journeyState }) => journeyState === 'archived' || journeyState === 'draft'],
  ['refused-journey-paused', ({ journeyState }) => journeyState === 'paused'],
  ['refused-no-address', ({ address }) => address === null || address.trim() === ''],
  ['refused-suppressed', ({ channel, isSuppressed }) => channel !== 'webhook' && isSuppressed],
  ['refused-opted-out', ({ channel, kind, consent }) => channel !== 'webhook' && isAgainst(kind, consent)],
  ['refused-expired', ({ now, dueAt, maxLatenessMs }) => now - dueAt > maxLatenessMs],
];

function isAgainst(kind: MessageKind, consent: PolicyFacts['consent']): boolean {
  return kind === 'marketing' && consent === 'opted-out';
}

/**
 * Allows or refuses one send. To be asked in the transaction that starts the send, so that an opt-out committed
 * before it always wins.
 *
 * - A suppressed address gets nothing at all: whoever bounced or complained must not be written to again.
 * - An opt-out stops marketing. What customers asked for themselves (transactional: a receipt, a reset link) still goes.
 * - `not-asked` does not stop a message: consent is recorded per channel, and a shop brings its opt-outs along.
 * - A webhook speaks to a system, not to a person: consent and suppression do not apply to it.
 */
export function policy(facts: PolicyFacts): PolicyVerdict {
  const objection = OBJECTIONS.find(([, holds]) => holds(facts));
  return objection === undefined ? { kind: 'allow' } : { kind: 'refuse', code: objection[0] };
}
