// The fields of an event by name and type. Absent, null and empty mean the same; another type is a refusal.
import type { EventType } from '@/lib/core/api/event';
import type { Json, JsonObject } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { type EventRefusal, refuseEvent } from './event-refusal';
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

type Read<Value> = Result<Value, EventRefusal>;

export function readFields(raw: JsonObject, type: EventType): Read<EventFields> {
  const ids = readIds(raw);
  if (!ids.ok) return ids;
  const name = readText(raw, type === 'track' ? 'event' : 'name', MAX_NAME_LENGTH);
  if (!name.ok) return name;
  const category = readText(raw, 'category', MAX_NAME_LENGTH);
  if (!category.ok) return category;
  const properties = readObject(raw, 'properties');
  if (!properties.ok) return properties;
  const traits = readObject(raw, 'traits');
  if (!traits.ok) return traits;
  const context = readObject(raw, 'context');
  if (!context.ok) return context;
  const timestamp = readTime(raw);
  if (!timestamp.ok) return timestamp;
  const fields = {
    ...ids.value,
    name: name.value,
    category: category.value,
    properties: properties.value,
    traits: traits.value,
    context: context.value,
    timestamp: timestamp.value,
    sentAt: typeof raw.sentAt === 'string' ? readInstant(raw.sentAt) : null,
  };
  return missing(type, fields) ?? ok(fields);
}

function readIds(
  raw: JsonObject,
): Read<Pick<EventFields, 'userId' | 'anonymousId' | 'previousId' | 'groupId' | 'messageId'>> {
  const found: Record<string, string | null> = {};
  for (const field of ['userId', 'anonymousId', 'previousId', 'groupId', 'messageId']) {
    const id = readId(raw[field], field);
    if (!id.ok) return id;
    found[field] = id.value;
  }
  const { userId = null, anonymousId = null, previousId = null, groupId = null, messageId = null } = found;
  if (messageId !== null && messageId.length > MAX_MESSAGE_ID_LENGTH) {
    return tooLong('messageId', `${MAX_MESSAGE_ID_LENGTH} characters`, MAX_MESSAGE_ID_LENGTH);
  }
  return ok({ userId, anonymousId, previousId, groupId, messageId });
}

/** Shops number their customers: a whole number counts as its digits. */
function readId(value: Json | undefined, field: string): Read<string | null> {
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return ok(String(value));
  if (typeof value !== 'string') return refuseEvent('wrong-type', `"${field}" must be a string.`, field);
  if (value.length * 3 > MAX_ID_BYTES && Buffer.byteLength(value) > MAX_ID_BYTES) {
    return tooLong(field, `${MAX_ID_BYTES} bytes`, MAX_ID_BYTES);
  }
  return ok(value.trim() === '' ? null : value);
}

function readText(raw: JsonObject, field: string, limit: number): Read<string | null> {
  const value = raw[field];
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value !== 'string') return refuseEvent('wrong-type', `"${field}" must be a string.`, field);
  return value.length > limit ? tooLong(field, `${limit} characters`, limit) : ok(value);
}

function readObject(raw: JsonObject, field: string): Read<JsonObject> {
  const value = raw[field];
  if (value === undefined || value === null) return ok({});
  if (isObject(value)) return ok(value);
  if (Array.isArray(value) && value.length === 0) return ok({});
  return refuseEvent('wrong-type', `"${field}" must be an object.`, field);
}

function readTime(raw: JsonObject): Read<number | null> {
  const field = raw.timestamp === undefined || raw.timestamp === null ? 'originalTimestamp' : 'timestamp';
  const value = raw[field];
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value !== 'string')
    return refuseEvent('wrong-type', `"${field}" must be a string in ISO 8601.`, field);
  const instant = readInstant(value);
  if (instant !== null) return ok(instant);
  return refuseEvent('unreadable-time', `"${field}" must be a time in ISO 8601, 1970 or later.`, field);
}

function missing(type: EventType, fields: EventFields): Read<never> | null {
  const needed = { track: 'event', group: 'groupId', alias: 'previousId' } as const;
  const absent = (field: string) => refuseEvent('missing-field', `A ${type} call needs "${field}".`, field);
  if (type === 'track' && fields.name === null) return absent(needed.track);
  if (type === 'group' && fields.groupId === null) return absent(needed.group);
  if (type === 'alias' && fields.previousId === null) return absent(needed.alias);
  if (type === 'alias' && fields.userId === null) return absent('userId');
  return null;
}

function tooLong(field: string, what: string, limit: number): Read<never> {
  return refuseEvent('string-too-long', `"${field}" is longer than ${what}.`, field, limit);
}
