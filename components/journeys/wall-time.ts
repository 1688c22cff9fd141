// Moments as a date-and-time field of the browser writes them (`2026-03-01T09:00`), in the workspace's zone.
import { dateOf, instantOf, minuteOf, zoned } from '@/lib/core/time/zone';

/** What the clock on the wall shows at an instant (ISO 8601); empty where there is none. */
export function wallTime(instant: string | null, zone: string): string {
  if (instant === null) return '';
  return zoned(Date.parse(instant), zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The instant at which the clock shows it, or null where the field is empty or half filled. */
export function instantFrom(wall: string, zone: string): string | null {
  const [day = '', time = ''] = wall.split('T');
  const date = dateOf(day, zone);
  const minute = minuteOf(time.slice(0, 5));
  return date === null || minute === null ? null : new Date(instantOf(date, minute, zone)).toISOString();
}
