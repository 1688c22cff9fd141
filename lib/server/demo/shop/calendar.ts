// When people shop: Christmas, sales, weekends and evenings, each customer in their own time zone.

import type { Category } from './catalogue';
import type { Dice } from './dice';
import { STORE_HOURS } from './places';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Visits by hour of the customer's day. */
const ONLINE_HOURS = [2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 11, 13, 12, 10, 9, 10, 11, 13, 17, 20, 19, 13, 6];
/** Sunday first. */
const ONLINE_DAYS = [1.25, 1.1, 1, 1, 0.95, 0.85, 0.9];
const MONTHS = [0.95, 0.85, 0.9, 1, 1.05, 0.95, 0.95, 0.75, 0.95, 1.05, 1.4, 2.3];

export interface Promotion {
  readonly coupon: string;
  readonly percent: number;
}

/** The sale that is on at an instant, if there is one. */
export function promotionAt(at: number): Promotion | null {
  const date = new Date(at);
  const day = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  if (day >= 1124 && day <= 1130) return { coupon: 'BLACKFRIDAY', percent: 25 };
  if (day >= 102 && day <= 118) return { coupon: 'WINTERSALE', percent: 20 };
  if (day >= 710 && day <= 724) return { coupon: 'SUMMER15', percent: 15 };
  return null;
}

/** How much more or less than usual is going on in the shop on a day. */
function bustle(at: number): number {
  const date = new Date(at);
  const isAfterChristmasPost = date.getUTCMonth() === 11 && date.getUTCDate() > 21;
  const season = isAfterChristmasPost ? 0.5 : (MONTHS[date.getUTCMonth()] ?? 1);
  const sale = promotionAt(at) ? 1.6 : 1;
  return season * sale * (ONLINE_DAYS[date.getUTCDay()] ?? 1);
}

/** Garden things in spring, candles in the dark months: a factor on how often a category is wanted. */
export function wanted(category: Category, at: number): number {
  const month = new Date(at).getUTCMonth();
  const isSpring = month >= 2 && month <= 6;
  const isDark = month >= 9;
  if (category === 'Garden' || category === 'Plants') return isSpring ? 2.2 : 0.6;
  if (category === 'Candles' || category === 'Pantry') return isDark ? 1.9 : 0.9;
  if (category === 'Children' || category === 'Paper') return month === 10 || month === 11 ? 2 : 1;
  return 1;
}

export interface Calendar {
  readonly from: number;
  readonly until: number;
  /** Midnight UTC of a day between two instants; busy days come up more often. */
  day(dice: Dice, from: number, to: number): number;
}

export function calendarOf(from: number, until: number): Calendar {
  const first = Math.floor(from / DAY);
  const sums = [0];
  for (let day = first; day * DAY < until; day += 1) sums.push((sums.at(-1) ?? 0) + bustle(day * DAY));
  const at = (instant: number) => {
    const place = Math.min(Math.max(instant / DAY - first, 0), sums.length - 1);
    const low = sums[Math.floor(place)] ?? 0;
    return low + (place % 1) * ((sums[Math.floor(place) + 1] ?? low) - low);
  };
  return {
    from,
    until,
    day: (dice, start, end) => (first + placeOf(sums, dice.between(at(start), at(end)))) * DAY,
  };
}

/** Index of the last sum that is not above the value. */
function placeOf(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** An instant of a day at which somebody in this zone would sit down to shop online. */
export function onlineMoment(dice: Dice, day: number, timeZone: string): number {
  const hour = dice.weighted([0, ...HOURS], (each) => ONLINE_HOURS[each] ?? 0);
  return inZone(day + hour * HOUR + dice.between(0, HOUR), timeZone);
}

const HOURS = Array.from({ length: 23 }, (_, index) => index + 1);

/** An instant of a day while the stores are open; Sundays move to the Saturday before. */
export function storeMoment(dice: Dice, day: number, timeZone: string): number {
  const open = new Date(day).getUTCDay() === 0 ? day - DAY : day;
  return inZone(open + dice.between(STORE_HOURS[0] * HOUR, STORE_HOURS[1] * HOUR - MINUTE), timeZone);
}

const offsets = new Map<string, number>();

/** The instant at which clocks in the zone show what a clock in UTC shows at `wallClock`. */
function inZone(wallClock: number, timeZone: string): number {
  const key = `${timeZone} ${Math.floor(wallClock / DAY)}`;
  const known = offsets.get(key) ?? offsetOf(wallClock, timeZone);
  offsets.set(key, known);
  return Math.round(wallClock - known);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes matter little here: the offset at the hour is good enough on the two days of the year when it changes. */
function offsetOf(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}
