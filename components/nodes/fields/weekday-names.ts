// What the days of the week are called in the reader's language; 1 is Monday, 7 is Sunday.
'use client';

import { useFormatter } from 'next-intl';

const DAY_MS = 86_400_000;
/** Monday, 1 January 2024, at noon, so that no zone makes another day of it. */
const MONDAY = 1_704_110_400_000;

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export function useWeekdayNames() {
  const format = useFormatter();
  const name = (day: number, weekday: 'short' | 'long') =>
    format.dateTime(MONDAY + (day - 1) * DAY_MS, { weekday, timeZone: 'UTC' });
  return { short: (day: number) => name(day, 'short'), long: (day: number) => name(day, 'long') };
}
