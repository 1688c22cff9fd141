// An event that passed every check and is ready to be stored.
import type { EventType } from '@/lib/core/api/event';
import type { Claim } from './claim';
import type { EventRefusal } from './event-refusal';

export interface IncomingEvent {
  readonly type: EventType;
  readonly name: string;
  readonly messageId: string;
  readonly bodyHash: string;
  readonly claim: Claim;
  /** Written as JSON once, for the hash and for the insert. */
  readonly propertiesJson: string;
  readonly traitsJson: string;
  readonly contextJson: string;
  /** Instants in ms since 1970. */
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** Stored, but not quite as sent. */
  readonly remark: EventRefusal | null;
}
