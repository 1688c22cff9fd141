// Order that does not depend on how rows were read.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from './in-order';

const item = fc.record({ id: fc.string({ maxLength: 3 }), at: fc.nat(3) });

test('by time, then by id', () => {
  const items = [
    { id: 'b', at: 1 },
    { id: 'c', at: 0 },
    { id: 'a', at: 1 },
  ];
  expect(inOrder(items, ({ at }) => at).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('the same for every order in which the items come', () => {
  const several = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 8 });
  const two = several.chain((items) =>
    fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
  );
  fc.assert(
    fc.property(two, ([items, shuffled]) => {
      expect(inOrder(shuffled, ({ at }) => at)).toEqual(inOrder(items, ({ at }) => at));
    }),
  );
});
