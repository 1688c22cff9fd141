// What patterns match, and how fast.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doesMatch, isPatternOdd } from './pattern';

describe('a pattern', () => {
  test.each([
    ['TEA-*', 'TEA-100', true],
    ['TEA-*', 'tea-100', false],
    ['*@shop.example', 'ada@shop.example', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b', 'ab-ab-a', false],
    ['?', 'é', true],
    ['?', '👋', true],
    ['?', '', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['100\\*', '100*', true],
    ['100\\*', '1000', false],
    ['a\\', 'a\\', true],
    ['%_', 'ab', false],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(doesMatch(text, pattern)).toBe(expected);
  });

  test('without wildcards is the text itself', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[*?\\]/.test(text));
    fc.assert(fc.property(plain, (text) => doesMatch(text, text)));
  });

  test('made to be slow comes to an end', () => {
    expect(doesMatch(`${'a'.repeat(20_000)}!`, `${'*a'.repeat(400)}*b`)).toBe(false);
  });
});

test('what looks like a regular expression is told', () => {
  for (const odd of ['^(a+)+$', '^TEA', 'TEA$', '.*tea.*', '(a|b)+', '[a-z]*', '*a'.repeat(21)]) {
    expect(isPatternOdd(odd)).toBe(true);
  }
  for (const fine of ['TEA-*', '*@shop.example', 'cost: 5 \\$', '(tea)', 'a.b', '*']) {
    expect(isPatternOdd(fine)).toBe(false);
  }
});
