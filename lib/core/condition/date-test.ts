// What a condition asks about a date: a birthday, a renewal, when somebody signed up. Days are those of the workspace's
// clock, so that a day begins for everybody at once; an instant is the day it falls on there.
import { Temporal } from 'temporal-polyfill';
import { dayAt, dayMeant, dayOf, startOf } from '../time/day';
import type { DateTest } from './condition';
import type { Facts } from './evaluate';
import { testedValue } from './value-test';

type Day = Temporal.PlainDate;

const LONGEST_DAYS = 36_500;
const LONGEST_ANNIVERSARY_DAYS = 365;

/** Days, both included; null where there is no bound. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

export function isAnniversary({ operator }: DateTest): boolean {
  return operator === 'anniversary-within-last' || operator === 'anniversary-within-next';
}

export function isFixed({ operator }: DateTest): boolean {
  return operator === 'before' || operator === 'on' || operator === 'after';
}

/** So many days can be reckoned with. */
export function mostDays(test: DateTest): number {
  return isAnniversary(test) ? LONGEST_ANNIVERSARY_DAYS : LONGEST_DAYS;
}

export function areDaysSound(test: DateTest): boolean {
  const { days } = test;
  return isFixed(test) || (Number.isInteger(days) && days >= 0 && days <= mostDays(test));
}

function fixedRange({ operator, date }: DateTest): DayRange | null {
  const day = dayOf(date);
  if (day === null) return null;
  if (operator === 'before') return { from: null, to: day.subtract({ days: 1 }) };
  return operator === 'on' ? { from: day, to: day } : { from: day.add({ days: 1 }), to: null };
}

/** In which days the date, or an anniversary of it, must be; null where the test is not finished. */
export function rangeOf(test: DateTest, today: Day): DayRange | null {
  if (isFixed(test)) return fixedRange(test);
  if (!areDaysSound(test)) return null;
  const { operator, days } = test;
  const ago = today.subtract({ days });
  const ahead = today.add({ days });
  if (operator === 'more-than-ago') return { from: null, to: ago.subtract({ days: 1 }) };
  if (operator === 'more-than-ahead') return { from: ahead.add({ days: 1 }), to: null };
  const isPast = operator === 'within-last' || operator === 'anniversary-within-last';
  return isPast ? { from: ago, to: today } : { from: today, to: ahead };
}

function isWithin({ from, to }: DayRange, day: Day): boolean {
  const { compare } = Temporal.PlainDate;
  return (from === null || compare(day, from) >= 0) && (to === null || compare(day, to) <= 0);
}

/** Who was born on 29 February has the day on the 28th in common years. The date itself is the first of its days. */
function daysFrom(date: Day, { year }: Day): Day[] {
  const first = Math.max(date.year, year - 1);
  return [0, 1, 2, 3].map((years) => date.with({ year: first + years }));
}

function isMet(test: DateTest, date: Day, today: Day): boolean {
  const range = rangeOf(test, today);
  if (range === null) return false;
  return isAnniversary(test)
    ? daysFrom(date, today).some((day) => isWithin(range, day))
    : isWithin(range, date);
}

function dateMeant(test: DateTest, facts: Facts): Day | null {
  const value = test.path.length === 0 ? undefined : testedValue(test, facts);
  return dayMeant(value, facts.timeZone ?? 'UTC');
}

export function doesDateHold(test: DateTest, facts: Facts): boolean {
  const { now = 0, timeZone = 'UTC' } = facts;
  const date = dateMeant(test, facts);
  return date !== null && isMet(test, date, dayAt(now, timeZone));
}

/** The days on which the answer may turn: those at the borders of the range when it comes to the date, and leaves it. */
function turnsAround({ operator, days }: DateTest, date: Day): Day[] {
  switch (operator) {
    case 'within-last':
    case 'anniversary-within-last':
      return [date, date.add({ days: days + 1 })];
    case 'within-next':
    case 'anniversary-within-next':
      return [date.subtract({ days }), date.add({ days: 1 })];
    case 'more-than-ago':
      return [date.add({ days: days + 1 })];
    default:
      return [date.subtract({ days })];
  }
}

/** The instants (ms) at which time alone may turn the answer. */
export function turnsOfDate(test: DateTest, facts: Facts): number[] {
  const { now = 0, timeZone = 'UTC' } = facts;
  const date = dateMeant(test, facts);
  if (date === null || isFixed(test) || !areDaysSound(test)) return [];
  const dates = isAnniversary(test) ? daysFrom(date, dayAt(now, timeZone)) : [date];
  return dates.flatMap((one) => turnsAround(test, one)).map((day) => startOf(day, timeZone));
}
