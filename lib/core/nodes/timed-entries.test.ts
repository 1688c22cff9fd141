// The entries by date and by schedule: when they let somebody in, and what they ask of their data.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json';
import { codes, enroll, filter, ruleOf, said, unfinished } from '../testing/read-entry';
import { dateTrigger } from './date-trigger';

describe('date-trigger', () => {
  const whole = { attribute: 'born' };
  const noon = Date.parse('2026-03-01T12:00:00Z');
  const next = (value: object, attributes: JsonObject, zone = 'UTC') => {
    const found = dateTrigger.appointment?.(dateTrigger.data.parse(value), attributes, zone, noon);
    return found && [found.occasion, new Date(found.dueAt).toISOString()];
  };

  test('is kept on the day, days before it, and days after it', () => {
    expect(next(whole, { born: '1990-05-17' })).toEqual(['2026-05-17', '2026-05-17T09:00:00.000Z']);
    const before = { ...whole, offset: { days: 3 }, time: '18:30' };
    expect(next(before, { born: '1990-05-17' })).toEqual(['2026-05-17', '2026-05-14T18:30:00.000Z']);
    const after = { ...whole, offset: { days: 30, direction: 'after' }, repeats: 'once' };
    expect(next(after, { born: '2026-02-10' }, 'Asia/Tokyo')).toEqual([
      '2026-02-10',
      '2026-03-12T00:00:00.000Z',
    ]);
  });

  test('is none where there is no date, no time, or no day to come', () => {
    for (const born of [undefined, null, 'tomorrow', 19_900_517, ['1990-05-17'], '1990-02-30']) {
      expect(next(whole, born === undefined ? {} : { born })).toBeNull();
    }
    expect(next({ ...whole, time: '9' }, { born: '1990-05-17' })).toBeNull();
    expect(next({ ...whole, repeats: 'once' }, { born: '1990-05-17' })).toBeNull();
    expect(dateTrigger.appointmentAttributes?.(dateTrigger.data.parse(whole))).toEqual(['born']);
  });

  test('says of a date that is told and is none that it cannot be used', () => {
    const said = (attributes: JsonObject, zone = 'UTC') =>
      dateTrigger.unusableDate?.(dateTrigger.data.parse(whole), attributes, zone);
    for (const born of [
      'tomorrow',
      19_900_517,
      ['1990-05-17'],
      '1990-02-30',
      '+010000-01-01T00:00:00Z',
      false,
    ]) {
      expect(said({ born })).toEqual({ attribute: 'born', value: born });
    }
    for (const born of ['1990-05-17', '1990-05-17T12:00:00Z', '', null]) expect(said({ born })).toBeNull();
    expect(said({})).toBeNull();
  });

  test('one instant is one occasion in every zone', () => {
    const born = '1990-05-17T23:30:00Z';
    expect(next(whole, { born }, 'America/Lima')).toEqual(['2026-05-17', '2026-05-17T14:00:00.000Z']);
    expect(next(whole, { born }, 'Asia/Tokyo')).toEqual(['2026-05-17', '2026-05-18T00:00:00.000Z']);
  });

  test('listens for its own appointments', () => {
    expect(ruleOf('date-trigger', whole)).toEqual(enroll('appointment', null));
    expect(ruleOf('date-trigger', { ...whole, filter })).toEqual(enroll('appointment', filter));
  });

  test('needs an attribute, a number of days and a time', () => {
    expect(codes('date-trigger', { ...whole, filter })).toEqual([]);
    expect(codes('date-trigger', { offset: { days: 366 }, time: '9 am', filter: unfinished })).toEqual([
      'empty-attribute-name attribute',
      'bad-number offset.days',
      'bad-time time',
      'incomplete-condition filter',
    ]);
    expect(codes('date-trigger', { ...whole, offset: { days: 0.5 } })).toEqual(['bad-number offset.days']);
    expect(codes('date-trigger', { ...whole, offset: { days: -1 } })).toEqual(['bad-number offset.days']);
  });

  test('says by whose clock, and warns where that is not known', () => {
    const inputs = { event: 'appointment', attribute: 'born', occasion: '2026-05-17' };
    const at = (timezone: string) => said('date-trigger', whole, { occasion: '2026-05-17' }, { timezone });
    expect(at('Asia/Tokyo')).toMatchObject({ inputs: { ...inputs, zone: 'Asia/Tokyo' } });
    expect(at('Mars/Olympus')).toMatchObject({
      inputs: { ...inputs, zone: 'UTC', unknownZone: 'Mars/Olympus' },
    });
    expect(said('date-trigger', whole)).toMatchObject({ inputs: { occasion: null } });
  });
});

describe('schedule-trigger', () => {
  test('listens for its own appointments', () => {
    expect(ruleOf('schedule-trigger', { filter })).toEqual(enroll('appointment', filter));
  });

  test('needs a day that exists and a time', () => {
    expect(codes('schedule-trigger', { filter })).toEqual([]);
    expect(codes('schedule-trigger', { kind: 'once', date: '2028-02-29' })).toEqual([]);
    expect(codes('schedule-trigger', { kind: 'once', date: '2026-02-29' })).toEqual(['bad-date date']);
    expect(codes('schedule-trigger', { weekdays: [] })).toEqual(['unfinished-choice weekdays']);
    expect(codes('schedule-trigger', { weekdays: [0] })).toEqual(['unfinished-choice weekdays']);
    expect(codes('schedule-trigger', { every: 'day', weekdays: [], time: '25:00' })).toEqual([
      'bad-time time',
    ]);
    expect(codes('schedule-trigger', { every: 'month', monthDay: 'last' })).toEqual([]);
    expect(codes('schedule-trigger', { every: 'month', monthDay: 31 })).toEqual([]);
    expect(codes('schedule-trigger', { every: 'month', monthDay: 32, filter: unfinished })).toEqual([
      'bad-number monthDay',
      'incomplete-condition filter',
    ]);
  });

  test('says by whose clock where it is the customer’s', () => {
    const occasion = { occasion: '2026-03-02T09:00' };
    const odd = { timezone: 'Mars/Olympus' };
    expect(said('schedule-trigger', {}, occasion, odd)).toMatchObject({
      inputs: { ...occasion, event: 'appointment', zone: 'UTC', unknownZone: 'Mars/Olympus' },
    });
    const atOnce = said('schedule-trigger', { zone: 'workspace' }, {}, odd);
    expect(atOnce).toMatchObject({ inputs: { event: 'appointment', occasion: null } });
    expect(atOnce).not.toHaveProperty('inputs.zone');
  });
});
