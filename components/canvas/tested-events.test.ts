// Events are found wherever they stand: in a trigger, in a filter, in a path of a branch.
import { expect, test } from 'vitest';
import { testedEvents } from './tested-events';

const did = (event: string) => ({ type: 'event', event, where: [] });

test('finds every event once, and none that is not chosen yet', () => {
  const data = {
    event: 'Basket Left',
    filter: did('Bought'),
    branches: [
      { condition: { type: 'all', of: [did('Viewed'), { type: 'none', of: [did('Bought'), did('')] }] } },
    ],
  };
  expect(testedEvents(data).sort()).toEqual(['Basket Left', 'Bought', 'Viewed']);
  expect(testedEvents(null)).toEqual([]);
  expect(testedEvents('event')).toEqual([]);
});
