// The keys that tell passages apart.
import { expect, test } from 'vitest';
import { keyOf } from './enrollment-key';

test('texts, numbers and truth values are keys; everything else is none', () => {
  expect(keyOf(['order'], { order: 'A-1' })).toBe('A-1');
  expect(keyOf(['order'], { order: 42 })).toBe(keyOf(['order'], { order: '42' }));
  expect(keyOf(['order', 'id'], { order: { id: true } })).toBe('true');
  for (const order of [null, {}, []]) expect(keyOf(['order'], { order })).toBe('');
  expect(keyOf(['order'], {})).toBe('');
  expect(keyOf(null, { order: 'A-1' })).toBe('');
});

test('a long key is shortened, and still tells orders apart', () => {
  const long = 'x'.repeat(5000);
  const [a, b] = [keyOf(['order'], { order: `${long}a` }), keyOf(['order'], { order: `${long}b` })];
  expect(a.length).toBeLessThan(220);
  expect(a).not.toBe(b);
  expect(keyOf(['order'], { order: 'x'.repeat(200) })).toBe('x'.repeat(200));
});
