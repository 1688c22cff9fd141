// When the night ends, clocks set forward and back included.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../testing/build-event';
import { zoned } from '../time/zone';
import { afterQuietHours } from './quiet-hours';

const night = (from: string, to: string) => ({ isOn: true, from, to, channels: [] });
const ended = (quiet: ReturnType<typeof night>, zone: string, at: string) =>
  new Date(afterQuietHours(quiet, zone, Date.parse(at))).toISOString();

describe('the end of quiet hours', () => {
  const quiet = night('21:00', '08:00');

  test('is the next morning, on either side of midnight, and a moment by day is left alone', () => {
    expect(ended(quiet, 'Europe/Prague', '2026-03-01T20:00:00Z')).toBe('2026-03-02T07:00:00.000Z');
    expect(ended(quiet, 'Europe/Prague', '2026-03-02T06:59:59Z')).toBe('2026-03-02T07:00:00.000Z');
    expect(ended(quiet, 'Europe/Prague', '2026-03-02T07:00:00Z')).toBe('2026-03-02T07:00:00.000Z');
    expect(ended(quiet, 'Europe/Prague', '2026-03-02T19:59:59Z')).toBe('2026-03-02T19:59:59.000Z');
  });

  test('follows the offset of the zone: 45 minutes, and half an hour of summer time', () => {
    expect(ended(quiet, 'Asia/Kathmandu', '2026-03-01T20:00:00Z')).toBe('2026-03-02T02:15:00.000Z');
    // Lord Howe goes from UTC+11 to UTC+10:30 on 5 April 2026 at 02:00.
    expect(ended(quiet, 'Australia/Lord_Howe', '2026-04-04T12:00:00Z')).toBe('2026-04-04T21:30:00.000Z');
  });

  test('is an hour earlier or later in the night the clocks change', () => {
    expect(ended(quiet, 'Europe/Prague', '2026-03-28T22:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(ended(quiet, 'Europe/Prague', '2026-10-24T22:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  test('in a gap comes an offset later, in an overlap at its first time, and is then over', () => {
    const early = night('22:00', '02:30');
    expect(ended(early, 'Europe/Prague', '2026-03-29T00:10:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(ended(early, 'Europe/Prague', '2026-10-25T00:10:00Z')).toBe('2026-10-25T00:30:00.000Z');
    // 02:10 for the second time.
    expect(ended(early, 'Europe/Prague', '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:10:00.000Z');
  });

  test('a beginning in a gap is not moved into the night', () => {
    const late = night('02:30', '06:00');
    expect(ended(late, 'Europe/Prague', '2026-03-29T01:10:00Z')).toBe('2026-03-29T04:00:00.000Z');
  });

  test('works on 29 February and over the turn of the year', () => {
    expect(ended(quiet, 'UTC', '2028-02-29T22:00:00Z')).toBe('2028-03-01T08:00:00.000Z');
    expect(ended(quiet, 'UTC', '2026-12-31T22:00:00Z')).toBe('2027-01-01T08:00:00.000Z');
  });
});

test('never lies before, is its own end, and shows the wall time that was asked for', () => {
  const zones = ['UTC', 'Europe/Prague', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
  const wallTime = fc
    .integer({ min: 0, max: 1439 })
    .map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
  const start = Date.parse('2026-01-01T00:00:00Z');
  fc.assert(
    fc.property(
      wallTime,
      wallTime,
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }),
      (from, to, zone, minutes) => {
        fc.pre(from !== to);
        const at = start + minutes * 60_000;
        const end = afterQuietHours(night(from, to), zone, at);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(end - at).toBeLessThanOrEqual(2 * DAY);
        expect(afterQuietHours(night(from, to), zone, end)).toBe(end);
        // Where the clock was not changed within the day around, a night that was cut short ends on the dot.
        const offsets = [at - DAY, at, end + DAY].map((instant) => zoned(instant, zone).offset);
        if (end > at && new Set(offsets).size === 1) {
          expect(zoned(end, zone).toPlainTime().toString().slice(0, 5)).toBe(to);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
