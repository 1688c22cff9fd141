// Dates that come round: leap days, gaps and overlaps of the clock, the ends of time.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type DateRule, nextComing } from './anniversary';
import { zoned } from './zone';

const yearly: DateRule = { repeats: 'yearly', days: 0, minute: 9 * 60 };

function coming(date: string, after: string, rule: Partial<DateRule> = {}, zone = 'UTC') {
  const found = nextComing(
    Temporal.PlainDate.from(date),
    { ...yearly, ...rule },
    zone,
    Temporal.Instant.from(after).epochMilliseconds,
  );
  return (
    found &&
    `${found.date} ${zoned(found.instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })}`
  );
}

describe('yearly', () => {
  test('is this year while it is still to come, and next year afterwards', () => {
    expect(coming('1990-05-17', '2026-05-17T09:00:00Z')).toBe('2026-05-17 2026-05-17T09:00');
    expect(coming('1990-05-17', '2026-05-17T09:00:01Z')).toBe('2027-05-17 2027-05-17T09:00');
  });

  test('29 February is the 28th in common years, also in 1900 and 2100', () => {
    expect(coming('1992-02-29', '2026-01-01T00:00:00Z')).toBe('2026-02-28 2026-02-28T09:00');
    expect(coming('1992-02-29', '2028-01-01T00:00:00Z')).toBe('2028-02-29 2028-02-29T09:00');
    expect(coming('1992-02-29', '2100-01-01T00:00:00Z')).toBe('2100-02-28 2100-02-28T09:00');
    expect(coming('1992-02-29', '2028-02-29T09:00:01Z')).toBe('2029-02-28 2029-02-28T09:00');
  });

  test('counts from the date itself on', () => {
    expect(coming('2028-03-01', '2026-01-01T00:00:00Z')).toBe('2028-03-01 2028-03-01T09:00');
    expect(coming('2028-03-01', '2026-01-01T00:00:00Z', { days: -30 })).toBe('2028-03-01 2028-01-31T09:00');
  });

  test('days before may lie in the year before, days after in the year after', () => {
    expect(coming('1990-01-02', '2026-12-01T00:00:00Z', { days: -7 })).toBe('2027-01-02 2026-12-26T09:00');
    expect(coming('1990-12-30', '2027-01-01T00:00:00Z', { days: 7 })).toBe('2026-12-30 2027-01-06T09:00');
    expect(coming('1990-12-30', '2026-12-30T00:00:00Z', { days: 365 })).toBe('2025-12-30 2026-12-30T09:00');
  });
});

describe('once', () => {
  test('is on the date, or never', () => {
    expect(coming('2026-05-17', '2026-05-01T00:00:00Z', { repeats: 'once' })).toBe(
      '2026-05-17 2026-05-17T09:00',
    );
    expect(coming('2025-05-17', '2026-05-01T00:00:00Z', { repeats: 'once' })).toBeNull();
    expect(coming('2025-05-17', '2026-05-01T00:00:00Z', { repeats: 'once', days: 365 })).toBe(
      '2025-05-17 2026-05-17T09:00',
    );
  });
});

test('years beyond those of people are none', () => {
  expect(coming('-000001-05-17', '2026-05-01T00:00:00Z')).toBeNull();
  expect(coming('+010000-05-17', '2026-05-01T00:00:00Z')).toBeNull();
  expect(coming('9999-12-31', '2026-05-01T00:00:00Z', { days: 365 })).toBe('9999-12-31 +010000-12-30T09:00');
});

/** Each with the night its clock is moved forward and the one it is moved back, in 2026, and the hour that is odd. */
const zones: [string, string, string, number][] = [
  ['Europe/Prague', '03-29', '10-25', 2],
  ['Europe/London', '03-29', '10-25', 1],
  ['Atlantic/Azores', '03-29', '10-25', 0],
  ['America/New_York', '03-08', '11-01', 1],
  ['America/Los_Angeles', '03-08', '11-01', 1],
  ['America/Havana', '03-08', '11-01', 0],
  ['America/St_Johns', '03-08', '11-01', 1],
  ['America/Santiago', '09-06', '04-04', 23],
  ['Australia/Sydney', '10-04', '04-05', 2],
  ['Australia/Lord_Howe', '10-04', '04-05', 1],
  ['Pacific/Auckland', '09-27', '04-05', 2],
  ['Asia/Beirut', '03-29', '10-24', 23],
];

describe.each(zones)('the clocks of %s', (zone, forward, back) => {
  const year = 2026;
  const minutes = Array.from({ length: 24 * 60 }, (_, minute) => minute);
  const at = (date: string, minute: number) =>
    nextComing(Temporal.PlainDate.from(`1990-${date}`), { ...yearly, minute }, zone, Date.UTC(year, 0, 1));

  test('every minute of the night without an hour comes, on its day, never before its time', () => {
    for (const minute of minutes) {
      const found = at(forward, minute);
      const local = zoned(found?.instant ?? 0, zone);
      expect(local.toPlainDate().toString()).toBe(`${year}-${forward}`);
      expect([0, 30, 60]).toContain(local.hour * 60 + local.minute - minute);
    }
  });

  test('every minute of the night with an hour twice comes once, the first time', () => {
    for (const minute of minutes) {
      const found = at(back, minute);
      const local = zoned(found?.instant ?? 0, zone);
      expect(local.toPlainDate().toString()).toBe(`${year}-${back}`);
      expect(local.hour * 60 + local.minute).toBe(minute);
      const again = nextComing(
        Temporal.PlainDate.from(`1990-${back}`),
        { ...yearly, minute },
        zone,
        (found?.instant ?? 0) + 1,
      );
      expect(again?.date).toBe(`${year + 1}-${back}`);
    }
  });
});

test('law: it is never early, and nothing the rule names lies in between', () => {
  const day = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(
      day,
      day,
      fc.integer({ min: -365, max: 365 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(...zones.map(([zone]) => zone)),
      (born, now, days, minute, zone) => {
        const date = Temporal.PlainDate.from('1920-01-01').add({ days: born });
        const after = Date.UTC(1930, 0, 1) + now * 86_400_000 + minute * 977;
        const found = nextComing(date, { repeats: 'yearly', days, minute }, zone, after);
        expect(found?.instant).toBeGreaterThanOrEqual(after);
        const years =
          ((found?.instant ?? 0) - Math.max(after, date.toZonedDateTime(zone).epochMilliseconds)) /
          86_400_000;
        expect(years).toBeLessThan(2 * 367);
        if (Temporal.PlainDate.compare(date, zoned(after - 800 * 86_400_000, zone).toPlainDate()) < 0) {
          expect((found?.instant ?? 0) - after).toBeLessThan(367 * 86_400_000);
        }
      },
    ),
  );
});
