// Typed text and JSON mean each other, whatever the value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsFromRows, rowsFromFacts } from './fact-rows';

test('what is typed is a number, yes or no, a list, or text', () => {
  const rows = [
    { name: 'total', text: '42.5' },
    { name: 'gold', text: 'true' },
    { name: 'tags', text: '["a", 1]' },
    { name: 'name', text: 'Ada' },
    { name: 'order', text: '"42"' },
    { name: 'date', text: '2026-03-01' },
    { name: ' ', text: 'nothing yet' },
  ];
  expect(factsFromRows(rows)).toEqual({
    total: 42.5,
    gold: true,
    tags: ['a', 1],
    name: 'Ada',
    order: '42',
    date: '2026-03-01',
  });
});

test('every value survives being shown and typed again', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 8 })
    .filter((text) => text.trim() === text && text !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue({ maxDepth: 2 })), (facts) => {
      const plain = JSON.parse(JSON.stringify(facts));
      expect(factsFromRows(rowsFromFacts(plain))).toEqual(plain);
    }),
  );
});
