// Attributes as they were.
import { expect, test } from 'vitest';
import type { Place } from './place';
import { type AttributeChange, attributesAt } from './replay-attributes';

const event = (seq: number): Place => ({ seq, at: 0, turn: 0 });
const behind = (seq: number, turn = 1, at = 5): Place => ({ seq, at, turn });

const changes: AttributeChange[] = [
  { kind: 'told', place: event(20), traits: { plan: 'pro', city: null } },
  { kind: 'was-set', place: behind(10), attribute: 'tier', value: 'gold' },
  { kind: 'was-set', place: behind(10), attribute: 'plan', value: 'trial' },
  { kind: 'told', place: event(10), traits: { plan: 'free', city: 'Turin' } },
  { kind: 'was-set', place: behind(20), attribute: 'tier', value: null },
];

test('an event is judged with what it tells itself, and without what it leads to', () => {
  expect(attributesAt(changes, event(9))).toEqual({});
  expect(attributesAt(changes, event(10))).toEqual({ plan: 'free', city: 'Turin' });
  expect(attributesAt(changes, event(11))).toEqual({ plan: 'trial', city: 'Turin', tier: 'gold' });
  expect(attributesAt(changes, event(20))).toEqual({ plan: 'pro', tier: 'gold' });
  expect(attributesAt(changes, event(21))).toEqual({ plan: 'pro' });
  expect(attributesAt(changes, null)).toEqual({ plan: 'pro' });
});

test('what an event leads to is judged by what had followed from it by then', () => {
  const steps = [1, 3, 5].map(
    (turn): AttributeChange => ({ kind: 'was-set', place: behind(1, turn), attribute: 'step', value: turn }),
  );
  expect(attributesAt(steps, behind(1, 4))).toEqual({ step: 3 });
  expect(attributesAt(steps, behind(1, 3))).toEqual({ step: 1 });
  expect(attributesAt(steps, behind(1, 1, 6))).toEqual({ step: 5 });
});

test('of two settings at one place the later one stays', () => {
  const twice: AttributeChange[] = [
    { kind: 'was-set', place: behind(1), attribute: 'step', value: 1 },
    { kind: 'was-set', place: behind(1), attribute: 'step', value: 2 },
  ];
  expect(attributesAt(twice, event(2))).toEqual({ step: 2 });
});

test('tags come and go, each once', () => {
  const tagged = (seq: number, tag: string, isAdded = true): AttributeChange => {
    return { kind: 'was-tagged', place: behind(seq), tag, isAdded };
  };
  const tags = [tagged(1, 'vip'), tagged(2, 'tea'), tagged(3, 'vip'), tagged(4, 'tea', false)];
  expect(attributesAt(tags, event(4))).toEqual({ tags: ['vip', 'tea'] });
  expect(attributesAt(tags, event(5))).toEqual({ tags: ['vip'] });
  const overwritten: AttributeChange[] = [
    { kind: 'told', place: event(2), traits: { tags: 'none' } },
    tagged(2, 'vip'),
  ];
  expect(attributesAt(overwritten, event(3))).toEqual({ tags: ['vip'] });
});
