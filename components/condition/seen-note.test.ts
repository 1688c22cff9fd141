// Odd names and kinds are said, never forbidden; what fits or is not known is passed over.
import { expect, test } from 'vitest';
import type { Suggestion } from '@/components/nodes/form-context';
import type { Test } from '@/lib/core/condition/condition';
import { seenNote } from './seen-note';

const seen: Suggestion[] = [
  { value: 'age', kinds: ['text'], values: ['31', '44', '52', '60'] },
  { value: 'tags', kinds: ['list'], values: ['tea'] },
  { value: 'cart.total', kinds: ['number'], values: [20] },
];

const asked = (path: string, operator: Test['operator'], value?: Test['value']): Test => ({
  type: 'test',
  subject: 'attribute',
  path: path === '' ? [] : path.split('.'),
  operator,
  ...(value !== undefined && { value }),
});

test('a name that never came is said, unless nothing is known or something lies inside it', () => {
  expect(seenNote(asked('agee', 'is-set'), seen)).toEqual({ kind: 'never-seen' });
  expect(seenNote(asked('agee', 'is-set'), [])).toBeNull();
  expect(seenNote(asked('', 'is-set'), seen)).toBeNull();
  expect(seenNote(asked('cart', 'is-set'), seen)).toBeNull();
  expect(seenNote({ ...asked('agee', 'is-set'), subject: 'saved' }, seen)).toBeNull();
});

test('texts that look like numbers are never more or less than a number, and are said to be texts', () => {
  const clash = { kind: 'clash', wanted: 'number', seen: 'text', samples: ['31', '44', '52'] };
  expect(seenNote(asked('age', 'at-least', 30), seen)).toEqual(clash);
  expect(seenNote(asked('age', 'equals', 31), seen)).toEqual(clash);
  expect(seenNote(asked('age', 'one-of', [31, 32]), seen)).toEqual(clash);
});

test('what fits is passed over', () => {
  expect(seenNote(asked('age', 'equals', '31'), seen)).toBeNull();
  expect(seenNote(asked('age', 'not-equals', 31), seen)).toBeNull();
  expect(seenNote(asked('age', 'one-of', []), seen)).toBeNull();
  expect(seenNote(asked('age', 'is-set'), seen)).toBeNull();
  expect(seenNote(asked('tags', 'contains', 'tea'), seen)).toBeNull();
  expect(seenNote(asked('tags', 'contains-any', ['tea']), seen)).toBeNull();
  expect(seenNote(asked('cart.total', 'not-contains', 'tea'), seen)).toBeNull();
  expect(seenNote(asked('cart.total', 'at-least', 5), seen)).toBeNull();
  expect(seenNote(asked('cart.total', 'starts-with', '2'), seen)).toMatchObject({ wanted: 'text' });
  expect(seenNote(asked('cart.total', 'contains', '2'), seen)).toMatchObject({ wanted: 'text' });
});
