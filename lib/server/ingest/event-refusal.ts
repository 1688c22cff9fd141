// Why one event of a request was not stored, stored before, or stored differently than sent.
import { type Refusal, refuse } from '@/lib/core/result';

export type EventCode =
  | 'wrong-type'
  | 'missing-field'
  | 'missing-identity'
  | 'unknown-type'
  | 'unreadable-time'
  | 'too-large'
  | 'too-deep'
  | 'too-many-keys'
  | 'key-too-long'
  | 'too-many-items'
  | 'string-too-long'
  | 'forbidden-key'
  | 'forbidden-character'
  | 'number-too-large'
  | 'not-storable'
  | 'duplicate'
  | 'duplicate-with-other-body'
  | 'alias-not-merged'
  | 'time-in-future';

export interface EventRefusal extends Refusal {
  readonly code: EventCode;
  readonly limit?: number;
}

/** One line of a reply. Stored events that need no remark have none. */
export interface EventResult extends EventRefusal {
  readonly index: number;
  readonly status: 'refused' | 'duplicate' | 'changed';
}

export function refuseEvent(code: EventCode, message: string, field?: string, limit?: number) {
  return refuse(remark(code, message, field, limit));
}

export function remark(code: EventCode, message: string, field?: string, limit?: number): EventRefusal {
  return {
    code,
    message,
    ...(field === undefined ? {} : { field }),
    ...(limit === undefined ? {} : { limit }),
  };
}
