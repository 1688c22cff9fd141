// What is known when a send is about to start, and what may be decided about it.
import type { ReasonCode } from '../engine/reason';
import type { JsonObject } from '../json';
import type { MessageKind } from '../nodes/message';
import type { Zone } from '../time/zone';
import type { DeliveryPolicy } from './delivery-policy';
import type { Counted, SentMessage } from './frequency-cap';

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
  /** What the workspace's sending rules go by. Left out where they do not apply, as in a test of one journey. */
  readonly limits?: SendingLimits;
}

export interface SendingLimits {
  /** What frequency caps count the message by, e.g. `newsletter`; empty for none. */
  readonly category: string;
  /** The workspace's sending rules. */
  readonly rules: DeliveryPolicy;
  /** Whose wall clock quiet hours go by. */
  readonly zone: Zone;
  readonly isHeldOut: boolean;
  /** Marketing messages to this customer whose sending was really started, at least those of the longest window. */
  readonly history: readonly SentMessage[];
  /** Marketing messages to this customer that are due too and go first: places under a cap are theirs. */
  readonly ahead: readonly Counted[];
  /** When messages to anybody were started on this channel (ms), at least those of the last minute. */
  readonly channelStarts: readonly number[];
}

export type LimitedFacts = PolicyFacts & { readonly limits: SendingLimits };

/** `inputs` are what the decision rested on, for the reason trail. A wait ends after `now` and outside quiet hours. */
export type PolicyVerdict =
  | { readonly kind: 'allow'; readonly inputs: JsonObject }
  | { readonly kind: 'refuse'; readonly code: ReasonCode; readonly inputs: JsonObject }
  | { readonly kind: 'wait'; readonly code: ReasonCode; readonly until: number; readonly inputs: JsonObject };

/** One of the sending rules: what it decides, or null where it has nothing against the message. */
export type PolicyRule = (facts: LimitedFacts) => PolicyVerdict | null;
