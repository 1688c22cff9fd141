// Every value of a difference is said in the words that were given.
import { expect, test } from 'vitest';
import { type Difference, unreadable } from './difference';
import { type DifferenceWords, differenceText, outcomeText } from './difference-text';

const words: DifferenceWords = {
  node: (id) => `node ${id}`,
  exit: (node, exit) => `${node}.${exit}`,
  span: (ms) => `${ms} ms`,
  channel: (channel) => `by ${channel}`,
  reason: (code) => `for ${code}`,
  outcome: (kind, node, reason) => [kind, node, reason].filter((part) => part !== '').join(' '),
  fact: (name, value) => `${name}=${value}`,
  list: (parts) => parts.join('&'),
  sentence: (code, values) => JSON.stringify({ code, ...values }),
};

function said(values: Difference['values']): unknown {
  return JSON.parse(differenceText({ code: 'other-exit', nodeId: null, step: null, values }, words));
}

test('names, lengths, counts, channels and reasons', () => {
  expect(
    said({
      node: { kind: 'node', node: 'nod_1' },
      exit: { kind: 'exit', node: 'nod_1', exit: 'yes' },
      span: { kind: 'span', ms: 5 },
      count: { kind: 'count', count: 2 },
      channel: { kind: 'channel', channel: 'sms' },
      outcome: { kind: 'outcome', outcome: { kind: 'waiting', node: 'nod_2' } },
      because: {
        kind: 'because',
        code: 'branch-taken',
        facts: { 'property.plan': 'tin', 'property.age': 4 },
      },
    }),
  ).toEqual({
    code: 'other-exit',
    node: 'node nod_1',
    exit: 'nod_1.yes',
    span: '5 ms',
    count: 2,
    channel: 'by sms',
    outcome: 'waiting node nod_2',
    because: 'for branch-taken',
    facts: 'property.plan=“tin”&property.age=4',
    hasFacts: 'yes',
  });
  expect(said({})).toEqual({ code: 'other-exit', facts: '', hasFacts: 'no' });
});

test('that a newer release has saved a test, without any value', () => {
  const text = differenceText(unreadable, words);
  expect(JSON.parse(text)).toEqual({ code: 'newer-release', facts: '', hasFacts: 'no' });
});

test('how a passage stands', () => {
  expect(outcomeText({ kind: 'ended', code: 'path-ended' }, words)).toBe('ended for path-ended');
  expect(outcomeText({ kind: 'never-entered' }, words)).toBe('never-entered');
});
