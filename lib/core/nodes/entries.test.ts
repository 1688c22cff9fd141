// What each entry by signal listens to, asks of its data, and says when it lets somebody in.
import { describe, expect, test } from 'vitest';
import { parseProgram } from '../engine/parse-program';
import { journey } from '../testing/build-journey';
import { codes, enroll, filter, property, ruleOf, said, unfinished } from '../testing/read-entry';
import { nodeOf } from './registry';

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
