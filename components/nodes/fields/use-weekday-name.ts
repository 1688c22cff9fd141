// The days of the week in the reader's language: 1 is Monday, 7 is Sunday.
'use client';

import { useFormatter } from 'next-intl';

/** 1 January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export function useWeekdayName(): (weekday: number, style: 'short' | 'long') => string {
  const format = useFormatter();
  return (weekday, style) =>
    format.dateTime(new Date(MONDAY + (weekday - 1) * DAY_MS), { weekday: style, timeZone: 'UTC' });
}
