// What each entry by signal listens to, asks of its data, and says when it lets somebody in.
import { describe, expect, test } from 'vitest';
import { parseProgram } from '../engine/parse-program';
import type { JsonObject } from '../json';
import { anEnrollment } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { dateTrigger } from './date-trigger';
import { type NodeType, nodeOf } from './registry';

const filter = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'equals', value: true };
const unfinished = { type: 'test', subject: 'attribute', path: [], operator: 'is-set' };

function ruleOf(type: NodeType, value: object) {
  const { data, rule } = nodeOf(type);
  return rule(data.parse(value));
}

function codes(type: NodeType, value: object): string[] {
  const { data, compile } = nodeOf(type);
  return compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
}

function said(type: NodeType, value: object, properties: JsonObject = {}, attributes: JsonObject = {}) {
  const { data, step } = nodeOf(type);
  const enrollment = anEnrollment({ trigger: { event: 'signal', messageId: 'm', properties } });
  const moment = { now: 0, cause: { kind: 'entered' } as const, attributes };
  return step(data.parse(value), { enrollment, moment });
}

const property = (name: string, operator: string, value?: unknown) => ({
  type: 'test',
  subject: 'property',
  path: [name],
  operator,
  ...(value !== undefined && { value }),
});

const enroll = (event: string, filter: unknown, key: string[] | null = null) => [
  { effect: 'enroll', on: 'signal', event, filter, key, acceptsLate: true },
];

describe('segment-trigger', () => {
  test('listens for one segment, and for what a filter says besides', () => {
    const isSegment = property('segment_id', 'equals', 'seg_a');
    expect(ruleOf('segment-trigger', { segmentId: 'seg_a' })).toEqual(enroll('segment-entered', isSegment));
    expect(ruleOf('segment-trigger', { segmentId: 'seg_a', on: 'left', filter })).toEqual(
      enroll('segment-left', { type: 'all', of: [isSegment, filter] }),
    );
    expect(ruleOf('segment-trigger', {})).toEqual(
      enroll('segment-entered', property('segment_id', 'equals', '')),
    );
  });

  test('needs a segment and a finished filter', () => {
    expect(codes('segment-trigger', { segmentId: 'seg_a', filter })).toEqual([]);
    expect(codes('segment-trigger', { filter: unfinished })).toEqual([
      'unfinished-choice segmentId',
      'incomplete-condition filter',
    ]);
  });

  test('says which segment it was', () => {
    expect(said('segment-trigger', { segmentId: 'seg_a', on: 'left' })).toMatchObject({
      code: 'entered',
      inputs: { event: 'segment-left', segmentId: 'seg_a' },
    });
  });
});

describe('attribute-trigger', () => {
  const own = property('attribute', 'equals', 'plan');

  test.each([
    ['any', own],
    ['to', { type: 'all', of: [own, property('to', 'equals', 'pro')] }],
    ['from', { type: 'all', of: [own, property('from', 'equals', 'pro')] }],
    ['set', { type: 'all', of: [own, property('from', 'is-not-set')] }],
    ['removed', { type: 'all', of: [own, property('to', 'is-not-set')] }],
  ])('%s', (change, expected) => {
    expect(ruleOf('attribute-trigger', { attribute: 'plan', change, value: 'pro' })).toEqual(
      enroll('attribute-changed', expected),
    );
  });

  test('needs an attribute, and a value where it asks for one', () => {
    expect(codes('attribute-trigger', { attribute: 'plan', filter })).toEqual([]);
    expect(codes('attribute-trigger', { change: 'to', filter: unfinished })).toEqual([
      'empty-attribute-name attribute',
      'unfinished-choice value',
      'incomplete-condition filter',
    ]);
    expect(codes('attribute-trigger', { attribute: 'plan', change: 'from' })).toEqual([
      'unfinished-choice value',
    ]);
    expect(codes('attribute-trigger', { attribute: 'plan', change: 'from', value: false })).toEqual([]);
  });

  test('says what it was and what it is', () => {
    const inputs = { event: 'attribute-changed', attribute: 'plan', change: 'any' };
    expect(said('attribute-trigger', { attribute: 'plan' }, { from: 'free', to: 'pro' })).toMatchObject({
      inputs: { ...inputs, from: 'free', to: 'pro' },
    });
    expect(said('attribute-trigger', { attribute: 'plan' })).toMatchObject({
      inputs: { ...inputs, from: null, to: null },
    });
  });
});

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

describe('catalogue-trigger', () => {
  const whole = { event: 'Product Viewed' };

  test('listens for its kind of change, and for drops that are large enough', () => {
    const isDrop = property('kind', 'equals', 'price-drop');
    expect(ruleOf('catalogue-trigger', whole)).toEqual(enroll('product-changed', isDrop));
    expect(ruleOf('catalogue-trigger', { ...whole, minDropPercent: 10 })).toEqual(
      enroll('product-changed', { type: 'all', of: [isDrop, property('drop_percent', 'at-least', 10)] }),
    );
    expect(ruleOf('catalogue-trigger', { ...whole, kind: 'low-stock', minDropPercent: 10 })).toEqual(
      enroll('product-changed', property('kind', 'equals', 'low-stock')),
    );
  });

  test('needs an event, where it names the product, and numbers within reason', () => {
    expect(codes('catalogue-trigger', whole)).toEqual([]);
    expect(codes('catalogue-trigger', { path: [], withinDays: 0, minDropPercent: 100 })).toEqual([
      'empty-event-name event',
      'incomplete-condition path',
      'bad-number withinDays',
      'bad-number minDropPercent',
    ]);
    expect(codes('catalogue-trigger', { ...whole, path: [''], withinDays: 1.5, minDropPercent: -1 })).toEqual(
      ['incomplete-condition path', 'bad-number withinDays', 'bad-number minDropPercent'],
    );
    expect(
      codes('catalogue-trigger', { ...whole, kind: 'back-in-stock', minDropPercent: -1, withinDays: 366 }),
    ).toEqual(['bad-number withinDays']);
  });

  test('says which product', () => {
    expect(said('catalogue-trigger', whole, { sku: 'TEA-1' })).toMatchObject({
      inputs: { event: 'product-changed', kind: 'price-drop', sku: 'TEA-1' },
    });
    expect(said('catalogue-trigger', whole)).toMatchObject({ inputs: { sku: null } });
  });
});

describe('api-trigger and list-trigger', () => {
  test('let in by what was sent along, each under its key', () => {
    expect(ruleOf('api-trigger', {})).toEqual(enroll('api-call', null));
    expect(ruleOf('api-trigger', { filter, key: ['order'] })).toEqual(enroll('api-call', filter, ['order']));
    expect(ruleOf('list-trigger', { key: ['order'] })).toEqual(enroll('list-entry', null, ['order']));
  });

  test('need nothing, and what they have must be finished', () => {
    expect(codes('api-trigger', { filter, key: ['order'] })).toEqual([]);
    expect(codes('api-trigger', { filter: unfinished, key: [] })).toEqual([
      'incomplete-condition filter',
      'incomplete-condition key',
    ]);
    expect(codes('list-trigger', {})).toEqual([]);
    expect(codes('list-trigger', { key: ['a', ''] })).toEqual(['incomplete-condition key']);
  });

  test('say where it came from', () => {
    expect(said('api-trigger', {})).toMatchObject({ inputs: { event: 'api-call' } });
    expect(said('list-trigger', {}, { list_id: 'lst_1' })).toMatchObject({
      inputs: { event: 'list-entry', listId: 'lst_1' },
    });
    expect(said('list-trigger', {})).toMatchObject({ inputs: { listId: null } });
  });
});

test('all lead on by one exit that must lead somewhere', () => {
  const types = ['segment', 'attribute', 'date', 'schedule', 'catalogue', 'api', 'list'] as const;
  for (const kind of types) {
    const { exits, data, waits, family } = nodeOf(`${kind}-trigger`);
    expect(exits(data.parse({}))).toEqual([{ id: 'next', required: true, problem: 'trigger-goes-nowhere' }]);
    expect([waits, family]).toEqual([false, 'entry']);
  }
});

test('a filter as deep as filters may be can still be stored and read', () => {
  let deep: object = filter;
  for (let depth = 0; depth < 5; depth += 1) deep = { type: 'any', of: [deep] };
  const line = journey()
    .add('segment-trigger', { segmentId: 'seg_a', filter: deep }, ['next'])
    .email('Hello');
  const program = line.program();
  expect(parseProgram(JSON.parse(JSON.stringify(program)))?.rules).toEqual(program.rules);
});
