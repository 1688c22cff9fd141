// What happens to a customer, as the engine reads it.
import type { Id } from '../id';
import type { JsonObject } from '../json';

export interface Occurrence {
  /** Unique in the workspace; what an enrollment's id is derived from. */
  readonly origin: string;
  /** How many journeys in a row caused each other to bring it about; 0 for what happened by itself. */
  readonly depth: number;
  readonly customerId: Id<'cus'>;
  readonly messageId: string;
  /**
   * `identify` writes its traits to the customer's attributes; for every other type only name and properties count.
   * A `signal` is something the product itself noticed; no client can send one.
   */
  readonly type: 'identify' | 'track' | 'page' | 'screen' | 'group' | 'alias' | 'signal';
  /** What rules listen for, whatever the type. */
  readonly name: string;
  readonly properties: JsonObject;
  readonly traits: JsonObject;
  /** Instants in ms since 1970 (UTC): when it happened by the corrected clock, and when it reached us. */
  readonly occurredAt: number;
  readonly receivedAt: number;
}

/** An accepted event. */
export interface CustomerEvent extends Omit<Occurrence, 'origin' | 'depth'> {
  /** Rises in the order of acceptance; unique in the workspace. */
  readonly seq: number;
}

export function occurrenceOf(event: CustomerEvent): Occurrence {
  return { ...event, origin: String(event.seq), depth: 0 };
}
