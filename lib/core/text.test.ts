// Texts that the database can keep.
import { expect, test } from 'vitest';
import { cutTo, isStorable, textUpTo } from './text';

test('refuses what jsonb refuses, and too much', () => {
  expect(isStorable('Grüße 👋')).toBe(true);
  expect(isStorable('a\u0000b')).toBe(false);
  expect(isStorable('\ud83d')).toBe(false);
  expect(textUpTo(3).safeParse('abc').success).toBe(true);
  expect(textUpTo(3).safeParse('abcd').success).toBe(false);
  expect(textUpTo(3).safeParse('\udc4b').success).toBe(false);
});

test('cuts without leaving half a character', () => {
  expect(cutTo('abc', 3)).toBe('abc');
  expect(cutTo('abcd', 3)).toBe('abc');
  expect(cutTo('ab👋', 3)).toBe('ab');
});
