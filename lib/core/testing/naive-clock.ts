// Wall clocks as the naive model reads them: by looking at the clock of the zone every quarter of an hour.

import type { JsonObject } from '../json';
import { isTimeZone } from '../time/zone';

const QUARTER = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock of a zone shows: `Sun 2026-03-01 12:00`. */
function shown(at: number, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.weekday} ${part.year?.padStart(4, '0')}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The first quarter of an hour from `now` on at which the clock shows the time, on one of the weekdays if any are given. */
export function whenShown(now: number, zone: string, time: string, weekdays: readonly number[]): number {
  const names = weekdays.map((day) => days[day - 1]);
  for (let at = Math.ceil(now / QUARTER) * QUARTER; ; at += QUARTER) {
    const [day = '', , hour] = shown(at, zone).split(' ');
    if (hour === time && (names.length === 0 || names.includes(day))) return at;
  }
}

/** Which day the clock of the zone shows, `2026-03-01`. */
export function dayShown(at: number, zone: string): string {
  return shown(at, zone).slice(4, 14);
}

/**
 * When the clock shows this time so many days after this date, `2026-03-01`. Where it skips the time, as late as the
 * time would have been without that; where it shows it twice, the first time.
 */
export function whenDate(date: string, offset: number, zone: string, time: string): number {
  const asked = [date, offset, zone, time].join();
  const at = looked.get(asked) ?? lookUp(date, offset, zone, time);
  looked.set(asked, at);
  return at;
}

/** The same few dates are asked for again and again. */
const looked = new Map<string, number>();

function lookUp(date: string, offset: number, zone: string, time: string): number {
  const target = Date.parse(`${date}T${time}Z`) + offset * DAY;
  for (let at = Math.floor(target / QUARTER) * QUARTER - DAY; ; at += QUARTER) {
    const toGo = target - onClock(at, zone);
    const isSkipped = toGo > 0 && onClock(at + QUARTER, zone) > target;
    if (isSkipped || (toGo >= 0 && toGo < QUARTER)) return at + toGo;
  }
}

/** What the clock shows, as if it stood in UTC. */
const onClock = (at: number, zone: string) => Date.parse(`${shown(at, zone).slice(4).replace(' ', 'T')}Z`);

/** The model's workspace is in UTC. */
export function zoneOfCustomer({ timezone: zone }: JsonObject): { zone: string; inputs: JsonObject } {
  if (zone === undefined || zone === null || zone === '') return { zone: 'UTC', inputs: { zone: 'UTC' } };
  if (typeof zone === 'string' && isTimeZone(zone)) return { zone, inputs: { zone } };
  return { zone: 'UTC', inputs: { zone: 'UTC', unknownZone: zone } };
}
