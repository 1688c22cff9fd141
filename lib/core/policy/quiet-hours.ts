// The hours in which nobody is written to, on the customer's own wall clock.
import { zoned } from '../time/zone';
import type { QuietHours } from './delivery-policy';

/**
 * The first instant at or after `at` (ms) that lies outside the quiet hours of a zone; `at` itself where it does.
 *
 * Each night is a stretch between two instants, so a clock that is set back cannot open it twice. Where an end does not
 * exist on that day (02:30 in a gap) it comes an offset later, where it comes twice it is the earlier; a beginning is the
 * earlier in both cases, so that no minute of rest is lost.
 */
export function afterQuietHours(quiet: QuietHours, zone: string, at: number): number {
  const day = zoned(at, zone).toPlainDate();
  const ends = [-1, 0, 1].map((offset) => nightOf(quiet, zone, day.add({ days: offset })));
  const night = ends.find(({ start, end }) => start <= at && at < end);
  return night ? afterQuietHours(quiet, zone, night.end) : at;
}

type PlainDate = ReturnType<ReturnType<typeof zoned>['toPlainDate']>;

function nightOf(quiet: QuietHours, zone: string, day: PlainDate): { start: number; end: number } {
  const lastDay = quiet.from > quiet.to ? day.add({ days: 1 }) : day;
  return {
    start: instantAt(day, quiet.from, zone, 'earlier'),
    end: instantAt(lastDay, quiet.to, zone, 'compatible'),
  };
}

function instantAt(
  day: PlainDate,
  wallTime: string,
  zone: string,
  disambiguation: 'earlier' | 'compatible',
): number {
  return day.toPlainDateTime(wallTime).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}
