// An event that passed every check and is ready to be stored.
import type { Claim } from './claim';
import type { EventRefusal } from './event-refusal';

export interface IncomingEvent {
  readonly messageId: string;
  readonly bodyHash: string;
  readonly claim: Claim;
  /** Instant in ms since 1970. */
  readonly receivedAt: number;
  /**
   * The members of its row as JSON, all but whose it is and where it comes from. Written while others wait for the
   * database, so that nothing but joining is left to do once it is this event's turn.
   */
  readonly rowJson: string;
  /** Stored, but not quite as sent. */
  readonly remark: EventRefusal | null;
}
