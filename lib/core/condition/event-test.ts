// What a condition asks about the things a customer did.
import { compareDecimals, decimalOf, numberOf, sumOf } from '../decimal';
import type { JsonObject } from '../json';
import { valueAt } from '../json';
import { comparisons } from './compare';
import type { EventTest, Measure, Test } from './condition';
import type { Facts, PastEvent } from './evaluate';
import { windowOf } from './event-window';
import { doesValueHold } from './value-test';

const DAY_MS = 86_400_000;

/** Only the event's own properties, or those of one of its items, can be asked. */
function saysAll(where: readonly Test[], properties: JsonObject, facts: Facts): boolean {
  return where.every((test) => test.subject === 'property' && doesValueHold(test, { ...facts, properties }));
}

function hasItem({ path, where }: NonNullable<EventTest['items']>, properties: JsonObject, facts: Facts) {
  const list = valueAt(properties, path);
  return (
    Array.isArray(list) &&
    list.some((item) => {
      const isThing = typeof item === 'object' && item !== null && !Array.isArray(item);
      return isThing && saysAll(where, item, facts);
    })
  );
}

/**
 * What the customer did that the test describes. What happened exactly as long ago as the window is long is outside of
 * it; what happened at the very moment of entry is since the entry, apart from what let the customer in.
 */
export function eventsMeant(test: EventTest, facts: Facts): PastEvent[] {
  const { event, where, items, sinceEntry } = test;
  const { now = 0, timeZone = 'UTC', enteredAt, enteredBy, past = [] } = facts;
  const { from, until } = windowOf(test, now, timeZone);
  const entry = sinceEntry ? (enteredAt ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  return past.filter(
    ({ name, messageId, properties, at, receivedAt }) =>
      name === event &&
      at >= from &&
      at < until &&
      receivedAt >= entry &&
      !(sinceEntry && messageId === enteredBy) &&
      saysAll(where, properties, facts) &&
      (items === undefined || hasItem(items, properties, facts)),
  );
}

function numbersOf({ property }: Measure, events: readonly PastEvent[]): number[] {
  const values = events.map(({ properties }) => valueAt(properties, property));
  return values.filter((value) => typeof value === 'number');
}

/** Whether it is known what to look at: days need no property. */
function isAsked({ event, measure }: EventTest): boolean {
  const isOfDays = measure?.of === 'days-since-first' || measure?.of === 'days-since-last';
  return event !== '' && (measure === undefined || isOfDays || measure.property.length > 0);
}

const daysSince = (at: number, now: number) => Math.max(0, Math.floor((now - at) / DAY_MS));

/** Null where there is nothing to measure. Only numbers are measured; of none the sum is 0. */
function measured(measure: Measure, events: readonly PastEvent[], now: number): number | null {
  const instants = events.map(({ at }) => at);
  const numbers = numbersOf(measure, events);
  switch (measure.of) {
    case 'days-since-first':
      return events.length === 0 ? null : daysSince(Math.min(...instants), now);
    case 'days-since-last':
      return events.length === 0 ? null : daysSince(Math.max(...instants), now);
    case 'smallest':
      return numbers.length === 0 ? null : Math.min(...numbers);
    case 'largest':
      return numbers.length === 0 ? null : Math.max(...numbers);
    case 'sum':
      return numberOf(sumOf(numbers));
    case 'average':
      return numbers.length === 0 ? null : numberOf(sumOf(numbers)) / numbers.length;
  }
}

/** How often the customer did what the test describes, or what is measured of it; null where that is nothing. */
export function amountOf(test: EventTest, facts: Facts): number | null {
  const events = eventsMeant(test, facts);
  if (!isAsked(test)) return null;
  return test.measure === undefined ? events.length : measured(test.measure, events, facts.now ?? 0);
}

/** Sums and averages are compared as exactly as the database does it. */
export function doesEventHold(test: EventTest, facts: Facts): boolean {
  const { measure, operator, count } = test;
  if (!isAsked(test)) return false;
  const compare = comparisons[operator];
  if (measure?.of === 'sum' || measure?.of === 'average') {
    const numbers = numbersOf(measure, eventsMeant(test, facts));
    const times = measure.of === 'sum' ? 1 : numbers.length;
    return times > 0 && compare(compareDecimals(sumOf(numbers), decimalOf(count), times), 0);
  }
  const amount = amountOf(test, facts);
  return amount !== null && compare(amount, count);
}
