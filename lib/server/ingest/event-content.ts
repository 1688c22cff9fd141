// What of an event is stored where: the name triggers listen to, properties, the customer's traits, the context.
import type { EventType } from '@/lib/core/api/event';
import type { JsonObject } from '@/lib/core/json';
import type { EventFields } from './event-fields';
import type { EventTime } from './event-time';
import { isObject } from './read-request';

export interface EventContent {
  readonly name: string;
  readonly propertiesJson: string;
  readonly traitsJson: string;
  readonly contextJson: string;
}

/** A pure network delay moves the time a little; the client's own time is kept from here on. */
const WORTH_KEEPING_MS = 1_000;

/**
 * Names of the calls that are no track calls. A page's own name is a property, so that one trigger can mean every page
 * and a filter one of them, and so that names stay few.
 */
export const CALL_NAMES: Readonly<Record<Exclude<EventType, 'track'>, string>> = {
  identify: 'Identified',
  page: 'Page Viewed',
  screen: 'Screen Viewed',
  group: 'Group Joined',
  alias: 'Aliased',
};

export function eventContent(type: EventType, fields: EventFields, time: EventTime): EventContent {
  return {
    name: type === 'track' ? (fields.name ?? '') : CALL_NAMES[type],
    propertiesJson: JSON.stringify(propertiesOf(type, fields)),
    traitsJson: type === 'identify' ? JSON.stringify(traitsOf(fields)) : '{}',
    contextJson: JSON.stringify(contextOf(type, fields, time)),
  };
}

function propertiesOf(type: EventType, fields: EventFields): JsonObject {
  const { name, category, groupId, previousId, properties, traits } = fields;
  if (type === 'page' || type === 'screen') {
    return { ...properties, ...(name === null ? {} : { name }), ...(category === null ? {} : { category }) };
  }
  if (type === 'group') return { ...traits, groupId };
  if (type === 'alias') return { ...properties, previousId };
  return properties;
}

/** RudderStack's clients give an identify call's traits in the context only. */
function traitsOf({ traits, context }: EventFields): JsonObject {
  return isObject(context.traits) ? { ...context.traits, ...traits } : traits;
}

function contextOf(type: EventType, fields: EventFields, time: EventTime): JsonObject {
  const { context, timestamp } = fields;
  const kept = type === 'identify' ? withoutTraits(context) : context;
  if (timestamp === null || Math.abs(time.occurredAt - timestamp) < WORTH_KEEPING_MS) return kept;
  return { ...kept, originalTimestamp: new Date(timestamp).toISOString() };
}

function withoutTraits({ traits: _moved, ...rest }: JsonObject): JsonObject {
  return rest;
}
