// Dates and schedules of a journey under test, on the clock of the customer.
import { describe, expect, test } from 'vitest';
import type { JourneyDocument } from '../journey/document';
import { NOON } from '../testing/build-event';
import { aTest, entry } from '../testing/entry-test';
import { JourneyTest } from './journey-test';
import { judgeTest } from './judge-test';
import { simulate } from './simulate';

test('a date comes round on the clock of the customer', () => {
  const document = entry('date-trigger', { attribute: 'birthday', time: '09:00' });
  const customer = { attributes: { birthday: '1990-03-02' } };
  const { steps } = simulate(document, aTest({ customer, events: [], timeZone: 'Europe/Prague' }));
  expect(steps.map(({ code, at }) => [code, (at - NOON) / 3_600_000])).toEqual([
    ['entered', 20],
    ['exit-reached', 20],
  ]);
  expect(simulate(document, aTest({ events: [] })).steps).toEqual([]);
});

test('a date that the customer tells is kept, and comes round once where it does not repeat', () => {
  const document = entry('date-trigger', { attribute: 'renewal', repeats: 'once', time: '09:00' });
  const events = [{ type: 'identify', traits: { renewal: '2026-03-03' } }];
  const { steps } = simulate(document, aTest({ events }));
  expect(steps.map(({ code, at }) => [code, (at - NOON) / 3_600_000])).toEqual([
    ['entered', 45],
    ['exit-reached', 45],
  ]);
});

describe('a schedule', () => {
  const hours = (document: JourneyDocument, change: Record<string, unknown>) =>
    simulate(document, aTest({ events: [], ...change })).steps.map(({ code, at }) => [
      code,
      (at - NOON) / 3_600_000,
    ]);

  test('lets the customer in at each of its times, on their clock or the workspace’s', () => {
    const daily = (zone: string) => entry('schedule-trigger', { every: 'day', time: '09:00', zone });
    const customer = { attributes: { timezone: 'Asia/Tokyo' } };
    const times = [12, 36, 60].flatMap((at) => [
      ['entered', at],
      ['exit-reached', at],
    ]);
    expect(hours(daily('customer'), { customer })).toEqual(times);
    const later = times.map(([code, at]) => [code, Number(at) + 8]);
    expect(hours(daily('workspace'), { customer, timeZone: 'Europe/Prague' })).toEqual(later);
  });

  test('comes once, also at the very start, and not where it has been', () => {
    const once = (time: string) =>
      entry('schedule-trigger', { kind: 'once', date: '2026-03-01', time, zone: 'workspace' });
    expect(hours(once('12:00'), {})).toEqual([
      ['entered', 0],
      ['exit-reached', 0],
    ]);
    expect(hours(once('11:59'), {})).toEqual([]);
  });

  test('asks its filter when the time has come', () => {
    const filter = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'equals', value: true };
    const document = entry('schedule-trigger', { every: 'day', time: '09:00', zone: 'workspace', filter });
    const events = [{ type: 'identify', traits: { vip: true }, after: { amount: 1, unit: 'days' } }];
    expect(hours(document, { events })[0]).toEqual(['entered', 45]);
  });

  test('that differs from what is expected is told by the decision that differed', () => {
    const document = entry('schedule-trigger', { every: 'day', time: '09:00', zone: 'customer' });
    const settled = { ...document, settings: { ...document.settings, reentry: 'once' as const } };
    const expected = JourneyTest.parse({
      ...aTest({ events: [] }),
      expected: {
        path: [{ node: 'nod_1', exit: 'next' }, { node: 'nod_2' }],
        ended: { kind: 'waiting', node: 'nod_2' },
      },
    });
    const trace = simulate(settled, expected);
    expect(trace.steps.map(({ code }) => code)).toEqual([
      ...['entered', 'exit-reached', 'entered-before', 'entered-before'],
    ]);
    expect(judgeTest(trace, expected.expected)).toMatchObject({
      passed: false,
      difference: {
        code: 'ended-otherwise',
        values: { actual: { outcome: { kind: 'ended', code: 'exit-reached' } } },
      },
    });
  });
});

test('a date that is none says so, from the start and when it is told', () => {
  const document = entry('date-trigger', { attribute: 'birthday' });
  const customer = { attributes: { birthday: 'in May' } };
  const told = simulate(
    document,
    aTest({ customer, events: [{ type: 'identify', traits: { birthday: 7 } }] }),
  );
  expect(told.steps.map(({ code, inputs }) => [code, inputs.value])).toEqual([
    ['trigger-date-unusable', 'in May'],
    ['trigger-date-unusable', 7],
  ]);
  expect(told.ended).toEqual({ kind: 'never-entered', code: 'trigger-date-unusable' });
});
