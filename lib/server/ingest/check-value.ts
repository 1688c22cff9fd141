// Holds one event against the limits before anything recursive (JSON.stringify, the database) sees it. Walks with a list of
// its own, because an event nested 15,000 deep must not use up the call stack.
import type { Json } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { isStorable } from '@/lib/core/text';
import { type EventRefusal, refuseEvent } from './event-refusal';
import { MAX_DEPTH, MAX_EVENT_BYTES, MAX_ITEMS, MAX_KEY_BYTES, MAX_KEYS, MAX_STRING_BYTES } from './limits';

interface Visit {
  readonly value: Json;
  readonly depth: number;
  readonly key: string | number | null;
  readonly parent: Visit | null;
}

type Check = EventRefusal | null;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** Text whose JSON is as long as the text itself: printable ASCII without quote and backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** @returns how many bytes the event takes as JSON in UTF-8. */
export function checkValue(event: Json): Result<number, EventRefusal> {
  const open: Visit[] = [{ value: event, depth: 0, key: null, parent: null }];
  let bytes = 0;
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const failed = checkContainer(visit, open) ?? checkScalar(visit);
    if (failed) return { ok: false, refusal: failed };
    bytes += ownBytes(visit.value);
    if (bytes > MAX_EVENT_BYTES) {
      return refuseEvent(
        'too-large',
        `The event is larger than ${MAX_EVENT_BYTES / 1024} KB.`,
        undefined,
        MAX_EVENT_BYTES,
      );
    }
  }
  return ok(bytes);
}

function checkContainer(visit: Visit, open: Visit[]): Check {
  const { value, depth } = visit;
  if (value === null || typeof value !== 'object') return null;
  if (depth > MAX_DEPTH) return fail('too-deep', visit, `is nested more than ${MAX_DEPTH} deep`, MAX_DEPTH);
  if (Array.isArray(value)) {
    if (value.length > MAX_ITEMS) {
      return fail('too-many-items', visit, `holds more than ${MAX_ITEMS} items`, MAX_ITEMS);
    }
    for (let index = 0; index < value.length; index += 1) {
      open.push({ value: value[index] ?? null, depth: depth + 1, key: index, parent: visit });
    }
    return null;
  }
  const keys = Object.keys(value);
  if (keys.length > MAX_KEYS) return fail('too-many-keys', visit, `has more than ${MAX_KEYS} keys`, MAX_KEYS);
  for (const key of keys) {
    const child = { value: value[key] ?? null, depth: depth + 1, key, parent: visit };
    const failed = checkKey(key, child);
    if (failed) return failed;
    open.push(child);
  }
  return null;
}

function checkKey(key: string, visit: Visit): Check {
  if (FORBIDDEN_KEYS.has(key)) return fail('forbidden-key', visit, 'has a name that is not allowed');
  if (key.length * 3 > MAX_KEY_BYTES && Buffer.byteLength(key) > MAX_KEY_BYTES) {
    return fail('key-too-long', visit.parent ?? visit, 'has a key that is too long', MAX_KEY_BYTES);
  }
  if (PLAIN.test(key) || isStorable(key)) return null;
  return fail('forbidden-character', visit.parent ?? visit, 'has a key with U+0000 or half a surrogate pair');
}

function checkScalar(visit: Visit): Check {
  const { value } = visit;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return fail('number-too-large', visit, 'is a number too large to keep');
  }
  if (typeof value !== 'string') return null;
  if (value.length * 3 > MAX_STRING_BYTES && Buffer.byteLength(value) > MAX_STRING_BYTES) {
    return fail('string-too-long', visit, `is longer than ${MAX_STRING_BYTES / 1024} KB`, MAX_STRING_BYTES);
  }
  if (PLAIN.test(value) || isStorable(value)) return null;
  return fail('forbidden-character', visit, 'holds U+0000 or half a surrogate pair');
}

/** The JSON bytes of a value without those of what it contains; separators are counted with their container. */
function ownBytes(value: Json): number {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value).length;
  if (typeof value === 'string') return stringBytes(value);
  if (Array.isArray(value)) return 2 + Math.max(0, value.length - 1);
  const keys = Object.keys(value);
  return 2 + Math.max(0, keys.length - 1) + keys.reduce((sum, key) => sum + stringBytes(key) + 1, 0);
}

function stringBytes(text: string): number {
  return PLAIN.test(text) ? text.length + 2 : Buffer.byteLength(JSON.stringify(text));
}

function fail(code: EventRefusal['code'], visit: Visit, what: string, limit?: number): EventRefusal {
  const field = pathOf(visit);
  const message = `${field === '' ? 'The event' : `"${field}"`} ${what}.`;
  return { code, message, ...(field === '' ? {} : { field }), ...(limit === undefined ? {} : { limit }) };
}

/** The way to a value, such as `properties.items.3.sku`; cut short, because the client chose its length. */
function pathOf(visit: Visit): string {
  const steps: (string | number)[] = [];
  for (let at: Visit | null = visit; at?.key != null; at = at.parent) steps.unshift(at.key);
  const path = steps.join('.');
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}
