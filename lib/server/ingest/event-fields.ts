// The fields of an event by name and type. Absent, null and empty mean the same; another type is a refusal.
import type { EventType } from '@/lib/core/api/event';
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { type EventRefusal, remark } from './event-refusal';
import { readInstant } from './event-time';
import { MAX_ID_BYTES, MAX_MESSAGE_ID_LENGTH, MAX_NAME_LENGTH } from './limits';
import { isObject } from './read-request';

export interface EventFields {
  readonly userId: string | null;
  readonly anonymousId: string | null;
  readonly previousId: string | null;
  readonly groupId: string | null;
  readonly messageId: string | null;
  /** The name of a track call, a page or a screen. */
  readonly name: string | null;
  readonly category: string | null;
  readonly properties: JsonObject;
  readonly traits: JsonObject;
  readonly context: JsonObject;
  readonly timestamp: number | null;
  readonly sentAt: number | null;
}

export function readFields(raw: JsonObject, type: EventType): Result<EventFields, EventRefusal> {
  const read = new FieldReader(raw);
  const fields = {
    userId: read.id('userId'),
    anonymousId: read.id('anonymousId'),
    previousId: read.id('previousId'),
    groupId: read.id('groupId'),
    messageId: read.messageId(),
    name: read.text(type === 'track' ? 'event' : 'name'),
    category: read.text('category'),
    properties: read.object('properties'),
    traits: read.object('traits'),
    context: read.object('context'),
    timestamp: read.time(raw.timestamp == null ? 'originalTimestamp' : 'timestamp'),
    sentAt: typeof raw.sentAt === 'string' ? readInstant(raw.sentAt) : null,
  };
  const refusal = read.failure ?? missing(type, fields);
  return refusal ? { ok: false, refusal } : ok(fields);
}

/** Reads one field after the other and remembers the first that is wrong. One object per event: this is the hot path. */
class FieldReader {
  failure: EventRefusal | null = null;

  constructor(private readonly raw: JsonObject) {}

  /** Shops number their customers: a whole number counts as its digits. */
  id(field: string): string | null {
    const value = this.raw[field];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    if (typeof value !== 'string') return this.wrongType(field, 'a string');
    if (value.length * 3 > MAX_ID_BYTES && Buffer.byteLength(value) > MAX_ID_BYTES) {
      return this.tooLong(field, `${MAX_ID_BYTES} bytes`, MAX_ID_BYTES);
    }
    return value.trim() === '' ? null : value;
  }

  messageId(): string | null {
    const id = this.id('messageId');
    if (id === null || id.length <= MAX_MESSAGE_ID_LENGTH) return id;
    return this.tooLong('messageId', `${MAX_MESSAGE_ID_LENGTH} characters`, MAX_MESSAGE_ID_LENGTH);
  }

  text(field: string): string | null {
    const value = this.raw[field];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') return this.wrongType(field, 'a string');
    if (value.length <= MAX_NAME_LENGTH) return value;
    return this.tooLong(field, `${MAX_NAME_LENGTH} characters`, MAX_NAME_LENGTH);
  }

  object(field: string): JsonObject {
    const value = this.raw[field];
    if (isObject(value)) return value;
    const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) this.wrongType(field, 'an object');
    return {};
  }

  time(field: string): number | null {
    const value = this.raw[field];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') return this.wrongType(field, 'a string in ISO 8601');
    const instant = readInstant(value);
    if (instant !== null) return instant;
    return this.fail(
      remark('unreadable-time', `"${field}" must be a time in ISO 8601, 1970 or later.`, field),
    );
  }

  private wrongType(field: string, wanted: string): null {
    return this.fail(remark('wrong-type', `"${field}" must be ${wanted}.`, field));
  }

  private tooLong(field: string, what: string, limit: number): null {
    return this.fail(remark('string-too-long', `"${field}" is longer than ${what}.`, field, limit));
  }

  private fail(refusal: EventRefusal): null {
    this.failure ??= refusal;
    return null;
  }
}

function missing(type: EventType, fields: EventFields): EventRefusal | null {
  const absent = (field: string) => remark('missing-field', `A ${type} call needs "${field}".`, field);
  if (type === 'track' && fields.name === null) return absent('event');
  if (type === 'group' && fields.groupId === null) return absent('groupId');
  if (type === 'alias' && fields.previousId === null) return absent('previousId');
  if (type === 'alias' && fields.userId === null) return absent('userId');
  return null;
}
