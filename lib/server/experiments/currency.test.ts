// Orders in another currency: they are orders, and are in no sum; the look tells how many there were.
import { expect, it } from 'vitest';
import { experimentDrawing } from '../testing/experiment-drawing';
import { setExperiment } from './testing/set-experiment';

const HOUR = 3_600_000;
const { live, crowd, happens, daysLater, found } = setExperiment();

/** In arm a one order of 100 in the shop's currency, written small, and one of 900 in another; in arm b one that names none. */
async function mixed(metric: object) {
  await live(experimentDrawing({ design: { metric } }));
  const [ann, bob] = await crowd({ arm: 'a', people: 2, buyers: 0 });
  await crowd({ arm: 'b', people: 2, buyers: 1, total: 100 });
  if (!ann || !bob) throw new Error('nobody came');
  await happens([ann], 'Order Completed', { total: 100, currency: 'eur' }, 2 * HOUR);
  await happens([bob], 'Order Completed', { total: 900, currency: 'USD' }, 2 * HOUR);
  await happens([bob], 'Order Refunded', { total: 900, currency: 'USD' }, 3 * HOUR);
  await daysLater(2);
  const { report, currency } = await found();
  const arm = (id: string) => report?.arms.find((one) => one.arm === id);
  return { a: arm('a'), b: arm('b'), currency, leftOut: report?.leftOut };
}

it('counts an order in another currency, and leaves its amount out of revenue', async () => {
  const { a, b, currency, leftOut } = await mixed({ measure: 'converted' });
  expect([currency, leftOut]).toEqual(['EUR', 2]);
  expect(a).toMatchObject({ converted: 2, revenue: expect.closeTo(50, 6) });
  expect(b).toMatchObject({ converted: 1, revenue: expect.closeTo(50, 6) });
});

it('leaves it out of a sum', async () => {
  const sums = await mixed({ measure: 'sum' });
  expect([sums.a?.value, sums.leftOut]).toEqual([expect.closeTo(50, 6), 2]);
});

it('leaves it out of both sides of an average', async () => {
  const ratio = await mixed({ measure: 'ratio' });
  expect([ratio.a?.value, ratio.b?.value, ratio.leftOut]).toEqual([
    ...[expect.closeTo(100, 6), expect.closeTo(100, 6)],
    2,
  ]);
});

it('tells when it is looked at next, and no chance while nobody has come', async () => {
  await live(experimentDrawing());
  const { look, report: none, startedAt, nextLookAt: first } = await found();
  expect([look, none]).toEqual([0, null]);
  expect(Date.parse(first ?? '') - Date.parse(startedAt)).toBe(HOUR);
  await daysLater(1);
  const { report, lookedAt, nextLookAt } = await found();
  expect(report?.arms.map(({ chance, loss }) => [chance, loss])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(Date.parse(nextLookAt ?? '') - Date.parse(lookedAt ?? '')).toBe(HOUR);
});
