// An accepted event as the engine reads it.
import type { Id } from '../id';
import type { JsonObject } from '../json';

export interface CustomerEvent {
  /** Rises in the order of acceptance; unique in the workspace. */
  readonly seq: number;
  readonly customerId: Id<'cus'>;
  readonly messageId: string;
  /** `identify` writes its traits to the customer's attributes; for every other type only name and properties count. */
  readonly type: 'identify' | 'track' | 'page' | 'screen' | 'group' | 'alias';
  /** What rules listen for, whatever the type. */
  readonly name: string;
  readonly properties: JsonObject;
  readonly traits: JsonObject;
  /** Instants in ms since 1970 (UTC): when it happened by the corrected clock, and when it reached us. */
  readonly occurredAt: number;
  readonly receivedAt: number;
}
