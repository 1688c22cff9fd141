// Ids state their kind.
import { expect, test } from 'vitest';
import { idOf } from './id';

test('an id is of one kind, and of a kind of characters', () => {
  const schema = idOf('jrn');
  expect(schema.safeParse('jrn_Ab-1_2').success).toBe(true);
  for (const wrong of ['cus_1', 'jrn_', 'jrn_ä', 'jrn 1', `jrn_${'x'.repeat(61)}`, 7]) {
    expect(schema.safeParse(wrong).success).toBe(false);
  }
});
