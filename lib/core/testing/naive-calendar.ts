// When dates and schedules come round in the naive model, read off calendars and clocks day by day.
import type { JsonObject } from '../json';
import type { NodeOf } from './naive-arrival';
import { dayShown, whenDate, zoneOfCustomer } from './naive-clock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When somebody is let in (ms), and by which occasion. */
export interface Coming {
  readonly dueAt: number;
  readonly occasion: string;
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The day the value means where the clock is of this zone; null where it means none. */
function dayMeant(value: unknown, zone: string): string | null {
  if (typeof value !== 'string') return null;
  // An instant says where its clock stands; a clock that does not, and a 24th hour, mean no moment.
  const isInstant = /^\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):.*(Z|[+-]\d\d:\d\d)$/.test(value);
  const at = Date.parse(isInstant ? value.replace(' ', 'T') : value);
  if (Number.isNaN(at)) return null;
  if (isInstant) return dayShown(at, zone);
  return dayOf(at) === value ? value : null;
}

/** So many years later; who has 29 February has the 28th in common years. */
function yearsOn(day: string, years: number): string {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return later.endsWith('-02-29') && dayOf(Date.parse(later)) !== later ? later.replace('-29', '-28') : later;
}

/** The first time at or after `after` at which the date comes round on the customer's clock. */
export function comingDate(
  { data }: NodeOf<'date-trigger'>,
  attributes: JsonObject,
  after: number,
): Coming | null {
  const { zone } = zoneOfCustomer(attributes);
  const day = dayMeant(attributes[data.attribute], zone);
  // One occasion is one wherever they are, so its name is not that of the day on their own calendar.
  const name = dayMeant(attributes[data.attribute], 'UTC');
  if (day === null || name === null) return null;
  const offset = data.offset.direction === 'before' ? -data.offset.days : data.offset.days;
  const soonest = Math.max(0, new Date(after).getUTCFullYear() - Number(day.slice(0, 4)) - 2);
  for (let years = data.repeats === 'once' ? 0 : soonest; years <= soonest + 4; years += 1) {
    const dueAt = whenDate(yearsOn(day, years), offset, zone, data.time);
    if (dueAt >= after) return { dueAt, occasion: yearsOn(name, years) };
    if (data.repeats === 'once') return null;
  }
  throw new Error('A year has a birthday.');
}

/** What is to be said of a date that is told and is none. */
export function dateUnusable({ data }: NodeOf<'date-trigger'>, attributes: JsonObject): JsonObject | null {
  const { attribute } = data;
  const value = attributes[attribute] ?? null;
  if (value === null || value === '' || dayMeant(value, 'UTC') !== null) return null;
  return { attribute, value };
}

/** From when until when an occasion lasts: a moment in the workspace, which is in UTC, or once around the earth. */
export function spanOfOccasion({ data }: NodeOf<'schedule-trigger'>, occasion: string) {
  const at = Date.parse(`${occasion}Z`);
  return data.zone === 'workspace' ? { from: at, to: at } : { from: at - 14 * HOUR, to: at + 12 * HOUR };
}

function isOn({ data }: NodeOf<'schedule-trigger'>, day: string): boolean {
  const date = new Date(day);
  if (data.every === 'day') return true;
  if (data.every === 'week') return data.weekdays.includes(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
  const isLast = new Date(date.getTime() + DAY).getUTCDate() === 1;
  const wanted = data.monthDay === 'last' ? 31 : data.monthDay;
  return date.getUTCDate() === wanted || (isLast && date.getUTCDate() < wanted);
}

/** The next occasion behind another one that is not over everywhere by `now`; null where none comes. */
export function nextOccasionFrom(
  node: NodeOf<'schedule-trigger'>,
  now: number,
  beyond: string,
): string | null {
  const nearby = Array.from({ length: 70 }, (_, days) => dayOf(now + (days - 2) * DAY));
  const days = node.data.kind === 'once' ? [node.data.date] : nearby.filter((day) => isOn(node, day));
  const occasions = days.map((day) => `${day}T${node.data.time}`);
  return occasions.find((one) => one > beyond && spanOfOccasion(node, one).to >= now) ?? null;
}

/** When a customer has the occasion; one whose day begins before everybody's has it with the first. */
export function whenOccasion(
  node: NodeOf<'schedule-trigger'>,
  occasion: string,
  attributes: JsonObject,
): number {
  const [day = '', time = ''] = occasion.split('T');
  const { zone } = node.data.zone === 'workspace' ? { zone: 'UTC' } : zoneOfCustomer(attributes);
  return Math.max(whenDate(day, 0, zone, time), spanOfOccasion(node, occasion).from);
}
