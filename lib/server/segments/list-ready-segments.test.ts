// Ready segments hold for exactly the people they are said to hold for, by the numbers of the shop itself.
import { expect, it } from 'vitest';
import { now } from '../clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { listReadySegments } from './list-ready-segments';
import { previewSegment } from './preview-segment';

const DAY = 86_400_000;
const orders: readonly (readonly number[])[] = [
  [3],
  [3, 40],
  [20, 60, 70, 80],
  [45],
  [100, 200],
  [170],
  [400],
  [500, 520],
  [12],
];

async function shop() {
  const { actor } = await freshWorkspace();
  await addCustomer(actor, { 'user-id': 'looks-only' });
  for (const days of orders) {
    const customer = await addCustomer(actor, {});
    for (const ago of days) {
      const at = new Date(now().getTime() - ago * DAY - 3_600_000);
      await addEvent(actor, customer, 'Order Completed', { at, properties: { total: 10 } });
    }
    const properties = { total: 7, currency: 'XXX' };
    const at = new Date(now().getTime() - 600 * DAY);
    if (days[0] === 12) await addEvent(actor, customer, 'Order Completed', { at, properties });
  }
  return actor;
}

it('counts what its own conditions count, and every buyer once in each family', async () => {
  const actor = await shop();
  const ready = unwrap(await listReadySegments(actor));
  expect(ready).toMatchObject({ buyers: 9, spanDays: 600, isEnough: false });
  for (const { key, condition, people } of ready.segments) {
    expect({ key, size: unwrap(await previewSegment(actor, { condition })).size }).toEqual({
      key,
      size: people,
    });
  }
  for (const { condition, people } of ready.grid) {
    const size = condition === null ? 0 : unwrap(await previewSegment(actor, { condition })).size;
    expect(size).toBe(people);
  }
  const sum = (family: string) =>
    ready.segments.filter((one) => one.family === family).reduce((total, { people }) => total + people, 0);
  expect([sum('rfm'), sum('lifecycle'), sum('channel')]).toEqual([9, 9, 10]);
  // What was paid in another currency is not added up with the rest.
  expect(ready.grid.reduce((total, { revenue }) => total + revenue, 0)).toBe(150);
});

it('has an answer for a shop without orders and for one with a single buyer', async () => {
  const { actor } = await freshWorkspace();
  expect(unwrap(await listReadySegments(actor))).toMatchObject({ buyers: 0, spanDays: 0 });
  const only = await addCustomer(actor, {});
  await addEvent(actor, only, 'Order Completed');
  const { segments, grid } = unwrap(await listReadySegments(actor));
  expect(segments.filter(({ people }) => people > 0).map(({ key }) => key)).toEqual([
    'inactive',
    'new',
    'no-channel',
  ]);
  expect(JSON.stringify(grid)).not.toMatch(/NaN|Infinity/);
  const { actor: stranger } = await freshWorkspace();
  expect(unwrap(await listReadySegments(stranger)).buyers).toBe(0);
});
