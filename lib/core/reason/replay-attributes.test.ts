// Attributes as they were.
import { expect, test } from 'vitest';
import { type AttributeChange, attributesAt } from './replay-attributes';

const changes: AttributeChange[] = [
  { kind: 'told', seq: 20, traits: { plan: 'pro', city: null } },
  { kind: 'was-set', after: 10, attribute: 'tier', value: 'gold' },
  { kind: 'was-set', after: 10, attribute: 'plan', value: 'trial' },
  { kind: 'told', seq: 10, traits: { plan: 'free', city: 'Turin' } },
  { kind: 'was-set', after: 20, attribute: 'tier', value: null },
];

test('an event is judged with what it tells itself, and without what it leads to', () => {
  expect(attributesAt(changes, 9)).toEqual({});
  expect(attributesAt(changes, 10)).toEqual({ plan: 'free', city: 'Turin' });
  expect(attributesAt(changes, 11)).toEqual({ plan: 'trial', city: 'Turin', tier: 'gold' });
  expect(attributesAt(changes, 20)).toEqual({ plan: 'pro', tier: 'gold' });
  expect(attributesAt(changes, 21)).toEqual({ plan: 'pro' });
});

test('of two settings after one event the later one stays', () => {
  const twice: AttributeChange[] = [
    { kind: 'was-set', after: 1, attribute: 'step', value: 1 },
    { kind: 'was-set', after: 1, attribute: 'step', value: 2 },
  ];
  expect(attributesAt(twice, 2)).toEqual({ step: 2 });
});

test('tags come and go, each once', () => {
  const tagged = (after: number, tag: string, isAdded = true): AttributeChange => {
    return { kind: 'was-tagged', after, tag, isAdded };
  };
  const tags = [tagged(1, 'vip'), tagged(2, 'tea'), tagged(3, 'vip'), tagged(4, 'tea', false)];
  expect(attributesAt(tags, 4)).toEqual({ tags: ['vip', 'tea'] });
  expect(attributesAt(tags, 5)).toEqual({ tags: ['vip'] });
  const overwritten: AttributeChange[] = [
    { kind: 'told', seq: 2, traits: { tags: 'none' } },
    tagged(2, 'vip'),
  ];
  expect(attributesAt(overwritten, 3)).toEqual({ tags: ['vip'] });
});
