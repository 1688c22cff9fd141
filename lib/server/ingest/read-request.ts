// From the JSON of a request to the events it carries and what they share.
import type { EventType } from '@/lib/core/api/event';
import type { Json, JsonObject } from '@/lib/core/json';
import { ok, type Result, refuse } from '@/lib/core/result';
import { readInstant } from './event-time';
import { MAX_BODY_BYTES, MAX_EVENTS_PER_REQUEST } from './limits';
import type { RequestRefusal } from './request-refusal';

/** What the events of one request have in common. */
export interface Shared {
  /** The type the path says; null where each event says its own. */
  readonly type: EventType | null;
  readonly context: JsonObject;
  readonly sentAt: number | null;
  readonly retriedForMs: number;
}

export interface EventRequest {
  readonly events: readonly Json[];
  readonly shared: Shared;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A batch where the body holds a list, else the body itself as one event. */
export function readRequest(
  body: Json,
  type: EventType | null,
  retriedForMs: number,
): Result<EventRequest, RequestRefusal> {
  const holder = isObject(body) ? body : {};
  const list = Array.isArray(body) ? body : holder.batch;
  const isBatch = type === null && Array.isArray(list);
  const context = isBatch && isObject(holder.context) ? holder.context : {};
  const events = isBatch ? list : [body];
  const sentAt = typeof holder.sentAt === 'string' ? readInstant(holder.sentAt) : null;
  if (events.length > MAX_EVENTS_PER_REQUEST) return tooMany();
  if (isCostly(context, events.length)) return tooMuchContext();
  return ok({ events, shared: { type, context, sentAt, retriedForMs } });
}

/** A context given once is stored with every event, so it counts as often. */
function isCostly(context: JsonObject, times: number): boolean {
  if (Object.keys(context).length === 0) return false;
  try {
    return JSON.stringify(context).length * times > MAX_BODY_BYTES;
  } catch {
    // Nested too deep to be written: too deep for any event as well.
    return true;
  }
}

function tooMany() {
  return refuse({
    status: 413 as const,
    code: 'too-many-events',
    message: `A request may hold ${MAX_EVENTS_PER_REQUEST} events.`,
    limit: MAX_EVENTS_PER_REQUEST,
  });
}

function tooMuchContext() {
  return refuse({
    status: 413 as const,
    code: 'too-large',
    message: 'The context of the batch, counted once for each event, is larger than 4 MB.',
    limit: MAX_BODY_BYTES,
  });
}
