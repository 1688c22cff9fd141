// One event as clients send it, checked and brought into the form in which it is stored. Clients disagree about where
// things stand (RudderStack puts traits into the context, PHP sends an empty object as []), so reading is tolerant;
// what would be stored wrongly is refused by field.
import { createHash, randomUUID } from 'node:crypto';
import { EventType } from '@/lib/core/api/event';
import type { Json, JsonObject } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { checkValue } from './check-value';
import { type Claim, claimOf, isAnyone } from './claim';
import { type EventContent, eventContent } from './event-content';
import { type EventFields, readFields } from './event-fields';
import { type EventRefusal, refuseEvent, remark } from './event-refusal';
import { type EventTime, eventTime } from './event-time';
import type { IncomingEvent } from './incoming-event';
import { isObject, type Shared } from './read-request';
import { rowJsonOf } from './row-json';

export function parseEvent(
  raw: Json,
  shared: Shared,
  receivedAt: number,
): Result<IncomingEvent, EventRefusal> {
  if (!isObject(raw)) return refuseEvent('wrong-type', 'An event must be an object.');
  const whole = Object.keys(shared.context).length === 0 ? raw : withContext(raw, shared.context);
  const checked = checkValue(whole);
  if (!checked.ok) return checked;
  const type = typeOf(whole, shared);
  if (!type.ok) return type;
  const fields = readFields(whole, type.value);
  if (!fields.ok) return fields;
  const claim = claimOfFields(type.value, fields.value);
  if (!isAnyone(claim)) {
    return refuseEvent(
      'missing-identity',
      'The event needs a userId, an anonymousId, an e-mail or a phone.',
      'userId',
    );
  }
  return ok(assemble(type.value, fields.value, claim, shared, receivedAt));
}

function withContext(raw: JsonObject, context: JsonObject): JsonObject {
  return { ...raw, context: isObject(raw.context) ? { ...context, ...raw.context } : context };
}

function typeOf(raw: JsonObject, shared: Shared): Result<EventType, EventRefusal> {
  if (shared.type) return ok(shared.type);
  if (raw.type === undefined || raw.type === null) {
    return refuseEvent('missing-field', 'The event has no type; a batch needs a list named "batch".', 'type');
  }
  const type = EventType.safeParse(raw.type).data;
  return type
    ? ok(type)
    : refuseEvent('unknown-type', `The type must be one of ${EventType.options.join(', ')}.`, 'type');
}

/** A group's traits describe the group, not the customer. */
function claimOfFields(type: EventType, fields: EventFields): Claim {
  const { userId, anonymousId, previousId, traits, context } = fields;
  const contextTraits = isObject(context.traits) ? context.traits : {};
  return claimOf(
    { userId, anonymousId, previousId },
    type === 'group' ? [contextTraits] : [traits, contextTraits],
  );
}

function assemble(
  type: EventType,
  fields: EventFields,
  claim: Claim,
  shared: Shared,
  receivedAt: number,
): IncomingEvent {
  const sentAt = fields.sentAt ?? shared.sentAt;
  const { timestamp } = fields;
  const time = eventTime({ timestamp, sentAt, receivedAt, retriedForMs: shared.retriedForMs });
  const content = eventContent(type, fields, time);
  const bodyHash = hashOf(type, fields, content);
  const messageId = fields.messageId ?? `auto-${randomUUID()}`;
  const rowJson = rowJsonOf({
    messageId,
    bodyHash,
    type,
    ...content,
    occurredAt: time.occurredAt,
    receivedAt,
  });
  return { messageId, bodyHash, claim, receivedAt, rowJson, remark: remarkOn(time) };
}

function remarkOn(time: EventTime): EventRefusal | null {
  if (!time.isFromFuture) return null;
  return remark(
    'time-in-future',
    'The timestamp lies in the future; the time of arrival was taken.',
    'timestamp',
  );
}

/** Of what the client said happened; not of sentAt, context and bookkeeping, which clients renew when they send again. */
function hashOf(type: EventType, fields: EventFields, { propertiesJson, traitsJson }: EventContent): string {
  const { userId, anonymousId, previousId, timestamp, name } = fields;
  const said = JSON.stringify([type, userId, anonymousId, previousId, timestamp, name]);
  return createHash('sha256').update(said).update(propertiesJson).update(traitsJson).digest('base64url');
}
