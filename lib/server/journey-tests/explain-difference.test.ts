// Every difference is said in words a marketer knows: names of steps and exits, lengths of time, reasons.
import { expect, it } from 'vitest';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Difference } from '@/lib/core/journey-test/difference';
import { explainDifference } from './explain-difference';

const document = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_1', type: 'event-trigger', name: 'Basket', data: { event: 'Basket' } },
    {
      id: 'nod_2',
      type: 'branch',
      name: 'Worth it?',
      data: { branches: [{ id: 'yes', name: 'Yes', condition: { type: 'all', of: [] } }] },
    },
  ],
  edges: [],
  settings: { reentry: 'once' },
});

const said = (difference: Pick<Difference, 'code' | 'values'>) =>
  explainDifference({ nodeId: null, step: null, ...difference }, document);

it('names exits, and the values that led to them', () => {
  const values = {
    node: { kind: 'node', node: 'nod_2' },
    expected: { kind: 'exit', node: 'nod_2', exit: 'yes' },
    actual: { kind: 'exit', node: 'nod_2', exit: 'otherwise' },
  } as const;
  const because = (facts: Record<string, string | number | null>) =>
    said({
      code: 'other-exit',
      values: { ...values, because: { kind: 'because', code: 'no-branch-matched', facts } },
    });
  const start = 'At “Worth it?” the test expects “Yes”, but the customer took “Otherwise”';
  expect(because({ 'property.total': 42 })).toBe(`${start} because property.total was 42.`);
  expect(because({ 'attribute.plan': 'tin', 'attribute.age': null })).toBe(
    `${start} because attribute.plan was “tin” and attribute.age was nothing.`,
  );
  expect(because({})).toBe(`${start}.`);
});

it('names how a passage stands', () => {
  const ended = (expected: Difference['values'][string], actual: Difference['values'][string]) =>
    said({ code: 'ended-otherwise', values: { expected, actual } });
  expect(
    ended(
      { kind: 'outcome', outcome: { kind: 'waiting', node: 'nod_2' } },
      { kind: 'outcome', outcome: { kind: 'never-entered' } },
    ),
  ).toBe(
    'At the end the test expects: The customer waits at “Worth it?”. But it is: The customer did not enter.',
  );
  expect(
    ended(
      { kind: 'outcome', outcome: { kind: 'never-entered', code: 'entered-before' } },
      { kind: 'outcome', outcome: { kind: 'ended', code: 'exit-reached' } },
    ),
  ).toContain('Left the journey at an exit.');
});

it('has words for a step that is gone and an exit it does not know', () => {
  const text = said({
    code: 'did-not-leave',
    values: {
      node: { kind: 'node', node: 'nod_gone' },
      expected: { kind: 'exit', node: 'nod_gone', exit: 'arm_b' },
      because: { kind: 'because', code: 'wait-started', facts: {} },
    },
  });
  expect(text).toContain('At “a step that is gone” the test expects “arm_b”');
  expect(
    said({
      code: 'send-at-other-time',
      values: {
        node: { kind: 'node', node: 'nod_1' },
        channel: { kind: 'channel', channel: 'sms' },
        expected: { kind: 'span', ms: 0 },
        actual: { kind: 'span', ms: 2 * 86_400_000 },
      },
    }),
  ).toBe('The test expects a text message from “Basket” after no time at all, but it was sent after 2 days.');
});
