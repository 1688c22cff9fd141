// How long, or until when, customers stay: by length, by the clock on their wall, by a date of theirs.
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, NOON } from '../testing/build-event';
import { aVisit } from '../testing/build-visit';
import { delay } from './delay';

const { data, compile, step, paces } = delay;

const at = (text: string) => Date.parse(text);
const arrive = (value: object, attributes = {}, now = NOON) =>
  step(data.parse(value), aVisit({ now, attributes }));
const codes = (value: object) => compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);

test('a delay that was drawn before there were modes is one by length', () => {
  expect(data.parse({ amount: 2, unit: 'days' })).toMatchObject({
    mode: 'duration',
    amount: 2,
    unit: 'days',
  });
  expect(arrive({ amount: 2, unit: 'days' })).toMatchObject({ kind: 'wait', until: NOON + 2 * DAY });
  expect(step(data.parse({}), aVisit({ cause: { kind: 'due' } }))).toMatchObject({ code: 'delay-over' });
});

test('each mode is judged by its own fields only', () => {
  expect(codes({ amount: 0 })).toEqual(['bad-duration amount']);
  expect(codes({ mode: 'time-of-day', amount: 0 })).toEqual([]);
  expect(codes({ mode: 'time-of-day', time: '9' })).toEqual(['bad-time time']);
  expect(codes({ mode: 'date', amount: 0 })).toEqual(['empty-attribute-name attribute']);
  expect(codes({ mode: 'date', attribute: 'renewal', offsetDays: 0.5 })).toEqual(['bad-number offsetDays']);
  expect(codes({ mode: 'date', attribute: 'renewal', offsetDays: -366, time: '' })).toEqual([
    'bad-number offsetDays',
    'bad-time time',
  ]);
  expect(codes({ mode: 'date', attribute: 'renewal', offsetDays: -365 })).toEqual([]);
  expect(data.safeParse({ weekdays: [8] }).success).toBe(false);
});

describe('until a time of day', () => {
  const prague = { timezone: 'Europe/Prague' };

  test('send at 9:00 already past + weekday rule lands at 9:00 on the next allowed day in the customer’s zone', () => {
    // A Friday, half past nine in New York.
    const now = at('2026-03-06T14:30Z');
    const workdays = { mode: 'time-of-day', time: '09:00', weekdays: [1, 2, 3, 4, 5] };
    expect(arrive(workdays, { timezone: 'America/New_York' }, now)).toMatchObject({
      kind: 'wait',
      // Monday, after the clocks there were put forward.
      until: at('2026-03-09T13:00Z'),
      inputs: { zone: 'America/New_York' },
    });
  });

  test('in winter and in summer it is the same time on the wall', () => {
    const nine = { mode: 'time-of-day' };
    expect(arrive(nine, prague, at('2026-03-28T12:00Z'))).toMatchObject({ until: at('2026-03-29T07:00Z') });
    expect(arrive(nine, prague, at('2026-03-27T12:00Z'))).toMatchObject({ until: at('2026-03-28T08:00Z') });
  });

  test('an hour the clocks leave out comes an hour later, and one they show twice counts once', () => {
    const early = { mode: 'time-of-day', time: '02:30' };
    expect(arrive(early, prague, at('2026-03-28T12:00Z'))).toMatchObject({ until: at('2026-03-29T01:30Z') });
    expect(arrive(early, prague, at('2026-10-24T12:00Z'))).toMatchObject({ until: at('2026-10-25T00:30Z') });
  });

  test('who arrives on the minute waits for the next time, so that a loop through here comes by once a day', () => {
    expect(arrive({ mode: 'time-of-day', time: '12:00' })).toMatchObject({ until: NOON + DAY });
    expect(paces?.(data.parse({ mode: 'time-of-day' }))).toBe(true);
    expect(paces?.(data.parse({ mode: 'date' }))).toBe(false);
  });

  test('a zone that nobody knows is the workspace’s, and says so', () => {
    const visit = aVisit({ attributes: { timezone: 'Mars/Base' } }, { world: { timeZone: 'Asia/Tokyo' } });
    expect(step(data.parse({ mode: 'time-of-day' }), visit)).toMatchObject({
      until: at('2026-03-02T00:00Z'),
      inputs: { zone: 'Asia/Tokyo', unknownZone: 'Mars/Base' },
    });
    const alone = { ...visit, moment: { now: NOON, cause: visit.moment.cause, attributes: {} } };
    expect(step(data.parse({ mode: 'time-of-day' }), alone)).toMatchObject({ inputs: { zone: 'UTC' } });
  });

  test('what could never be published still comes to an end', () => {
    expect(arrive({ mode: 'time-of-day', time: 'soon' })).toMatchObject({ until: NOON + 12 * HOUR });
  });
});

describe('until a date of the customer', () => {
  const renewal = { mode: 'date', attribute: 'renewal', time: '10:00', offsetDays: -3 };

  test('so many days before or after it, on the clock of their zone', () => {
    const attributes = { renewal: '2026-05-10', timezone: 'Europe/Prague' };
    expect(arrive(renewal, attributes)).toMatchObject({ kind: 'wait', until: at('2026-05-07T08:00Z') });
    expect(arrive({ ...renewal, offsetDays: 1 }, attributes)).toMatchObject({
      until: at('2026-05-11T08:00Z'),
    });
  });

  test('a date that is past lets them go on at once, and says so', () => {
    expect(arrive(renewal, { renewal: '2026-03-02' })).toEqual({
      kind: 'go',
      exit: 'next',
      code: 'delay-date-past',
      inputs: { until: at('2026-02-27T10:00Z'), zone: 'UTC' },
    });
    const today = { ...renewal, time: '12:00', offsetDays: 0 };
    expect(arrive(today, { renewal: '2026-03-01' })).toMatchObject({ kind: 'go', code: 'delay-date-past' });
    expect(arrive(today, { renewal: '2026-03-01' }, NOON - MINUTE)).toMatchObject({
      kind: 'wait',
      until: NOON,
    });
  });

  test.each([
    [undefined],
    [null],
    [20260510],
    [true],
    ['soon'],
    ['2026-02-30'],
    [['2026-05-10']],
    ['+009999-01-01T00:00:00Z'],
    ['-000001-01-01T00:00:00Z'],
  ])('%j is no date: they go on, and the reason names the value', (renewalDate) => {
    const attributes = renewalDate === undefined ? {} : { renewal: renewalDate };
    expect(arrive(renewal, attributes)).toEqual({
      kind: 'go',
      exit: 'next',
      code: 'delay-date-unusable',
      inputs: { attribute: 'renewal', value: renewalDate ?? null, zone: 'UTC' },
    });
  });
});
