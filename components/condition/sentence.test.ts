// The sentence of a condition says the whole tree, in order, with no doubt about what belongs together.
import { expect, test } from 'vitest';
import {
  ArmTest,
  type Condition,
  ConsentTest,
  DateTest,
  EventTest,
  JourneyTest,
  MessageTest,
  ProductTest,
  SampleTest,
  SequenceTest,
  type Test,
} from '@/lib/core/condition/condition';
import { type ConditionWords, conditionSentence } from './sentence';

const words: ConditionWords = {
  everybody: 'everybody',
  test: ({ operator }, path, value) => `${path || '…'} ${operator} ${value}`,
  own: ({ operator }, path, value) => `its ${path || '…'} ${operator} ${value}`,
  event: ({ event, operator, count }, where, item) =>
    `did ${event} ${operator} ${count}${where && ` (${where})`}${item && ` [${item}]`}`,
  segment: ({ segmentId, isMember }) => `${isMember ? 'in' : 'not in'} ${segmentId}`,
  product: ({ sku, field, operator, value }, path) => `${path || sku}: ${field} ${operator} ${value}`,
  date: ({ operator, date, days }, path) => `${path} ${operator} ${date || days}`,
  deed: (event, where) => `${event}${where && ` (${where})`}`,
  sequence: ({ isFollowed }, first, next) => `${first} then ${isFollowed ? '' : 'not '}${next}`,
  sample: ({ percent }) => `${percent} %`,
  consent: ({ channel, state }) => `${channel} ${state}`,
  journey: ({ journeyId, state, isSo }) => `${isSo ? '' : 'not '}${state} ${journeyId}`,
  message: ({ outcome, operator, count }) => `${outcome} ${operator} ${count}`,
  arm: ({ nodeId, arm, isIn }) => `${isIn ? '' : 'not '}${arm} of ${nodeId}`,
  value: (value) => `“${value}”`,
  list: (parts, group) => parts.join(group === 'all' ? ' and ' : ' or '),
  none: (list) => `not ${list}`,
  bracketed: (list) => `(${list})`,
};

const is = (key: string, value: Test['value']): Test => ({
  type: 'test',
  subject: 'attribute',
  path: [key],
  operator: 'equals',
  ...(value !== undefined && { value }),
});

const cases: [string, Condition, string][] = [
  ['nothing asked means everybody', { type: 'all', of: [] }, 'everybody'],
  ['one test alone', is('country', 'ES'), 'country equals “ES”'],
  ['one test in a group', { type: 'all', of: [is('a', 1)] }, 'a equals “1”'],
  ['all', { type: 'all', of: [is('a', 1), is('b', true)] }, 'a equals “1” and b equals “true”'],
  ['any', { type: 'any', of: [is('a', 1), is('b', 2)] }, 'a equals “1” or b equals “2”'],
  ['none of one', { type: 'none', of: [is('a', 1)] }, 'not a equals “1”'],
  ['none of several', { type: 'none', of: [is('a', 1), is('b', 2)] }, 'not (a equals “1” or b equals “2”)'],
  [
    'a group inside',
    { type: 'all', of: [is('a', 1), { type: 'any', of: [is('b', 2), is('c', 3)] }] },
    'a equals “1” and (b equals “2” or c equals “3”)',
  ],
  [
    'a group that is all there is needs no brackets',
    { type: 'all', of: [{ type: 'any', of: [is('b', 2), is('c', 3)] }] },
    'b equals “2” or c equals “3”',
  ],
  ['a list of values', is('country', ['ES', 'PT']), 'country equals “ES” or “PT”'],
  ['what was done', EventTest.parse({ type: 'event', event: 'Bought', count: 2 }), 'did Bought at-least 2'],
  [
    'what was done, with the properties of the event',
    EventTest.parse({ type: 'event', event: 'Bought', where: [is('total', 50), is('', '')] }),
    'did Bought at-least 1 (its total equals “50” and its … equals …)',
  ],
  [
    'what was done with a thing',
    EventTest.parse({
      ...{ type: 'event', event: 'Bought' },
      items: { where: [{ ...is('tags', ['tea', 'new']), operator: 'contains-all' }] },
    }),
    'did Bought at-least 1 [its tags contains-all “tea” and “new”]',
  ],
  [
    'a segment beside a product that a property names',
    {
      type: 'any',
      of: [
        { type: 'segment', segmentId: 'seg_a', isMember: false },
        ProductTest.parse({ type: 'product', path: ['item', 'sku'] }),
      ],
    },
    'not in seg_a or item.sku: stock at-least 1',
  ],
  [
    'a product that is always the same',
    ProductTest.parse({ type: 'product', sku: 'TEA' }),
    'TEA: stock at-least 1',
  ],
  [
    'a date beside a sample',
    {
      type: 'any',
      of: [
        DateTest.parse({ type: 'date', path: ['born'] }),
        SampleTest.parse({ type: 'sample', percent: 5 }),
      ],
    },
    'born within-last 7 or 5 %',
  ],
  [
    'what is written down',
    {
      type: 'all',
      of: [
        ConsentTest.parse({ type: 'consent', state: 'none' }),
        JourneyTest.parse({ type: 'journey', journeyId: 'jrn_a', isSo: false }),
        MessageTest.parse({ type: 'message', count: 2 }),
        ArmTest.parse({ type: 'arm', nodeId: 'nod_a', arm: 'b' }),
      ],
    },
    'email none and not inside jrn_a and sent at-least 2 and b of nod_a',
  ],
  [
    'what was not followed',
    SequenceTest.parse({
      ...{ type: 'sequence', isFollowed: false },
      ...{ first: { event: 'Basket', where: [is('total', 9)] }, next: { event: 'Bought' } },
    }),
    'Basket (its total equals “9”) then not Bought',
  ],
  ['unfinished', is('', undefined), '… equals …'],
  ['an empty list', is('a', []), 'a equals …'],
];

test.each(cases)('%s', (_, condition, sentence) => {
  expect(conditionSentence(condition, words)).toBe(sentence);
});
