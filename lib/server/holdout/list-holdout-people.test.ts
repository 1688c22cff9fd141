// The people behind the holdout's figures: as many as each figure says, those meant, and nobody else's.
import { expect, it } from 'vitest';
import { HoldoutPeopleQuery } from '@/lib/core/api/holdout';
import type { Actor } from '../actor';
import { now } from '../clock';
import { storeEvents } from '../ingest/store-events';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { listHoldoutPeople } from './list-holdout-people';
import { readHoldout } from './read-holdout';
import { holding } from './testing/holding';

const { day, share, emailOf, order } = holding;

const listed = async (actor: Actor, asked: object = {}) =>
  unwrap(await listHoldoutPeople(actor, HoldoutPeopleQuery.parse(asked))).data.map(({ id }) => id);

/** Three months: orders on both sides, one in another currency, one before its person counts, a merge over both sides. */
async function shop() {
  const { actor } = await freshWorkspace();
  await share(actor, '2026-02-10', holding.draw.percent);
  const known = (isHeld: boolean, name: string) =>
    addCustomer(actor, { email: emailOf(actor, isHeld, name) });
  const [held, early, late] = [await known(true, 'h'), await known(false, 'e'), await known(false, 'l')];
  await addCustomer(actor, { 'user-id': 'u', email: emailOf(actor, true, 'm') });
  const other = emailOf(actor, false, 'n');
  await addCustomer(actor, { email: other });
  setNow(day('2026-02-12'));
  const identify = { type: 'identify', userId: 'u', traits: { email: other }, messageId: 'merge' };
  await storeEvents(actor.workspaceId, 'test', [identify], now());
  setNow(day('2026-03-20'));
  await known(false, 'x');
  const buy = (id: typeof held, on: string, currency?: string) =>
    addEvent(actor, id, 'Order Completed', { at: day(on), properties: order(10, currency) });
  await buy(held, '2026-02-09');
  await buy(held, '2026-03-01');
  await buy(early, '2026-02-11');
  await buy(early, '2026-02-12');
  await buy(late, '2026-04-05', 'USD');
  setNow(day('2026-04-10'));
  return { actor, held, early, late };
}

it('are as many as each figure says', async () => {
  const { actor } = await shop();
  const { months, bothSides, leftOut } = unwrap(await readHoldout(actor, {}));
  expect(months).toHaveLength(3);
  for (const { month, ...views } of months) {
    for (const view of ['alone', 'sinceStart'] as const) {
      for (const side of ['treated', 'heldOut'] as const) {
        const { people, converted } = views[view][side];
        expect(await listed(actor, { month, view, side })).toHaveLength(people);
        expect(await listed(actor, { month, view, side, who: 'ordered' })).toHaveLength(converted);
      }
    }
  }
  expect([bothSides, leftOut]).toEqual([1, 1]);
  expect(await listed(actor, { who: 'bothSides' })).toHaveLength(bothSides);
});

it('are those meant', async () => {
  const { actor, held, early, late } = await shop();
  expect(await listed(actor, { side: 'heldOut', who: 'ordered' })).toEqual([held]);
  expect(await listed(actor, { month: '2026-02-01', side: 'heldOut', who: 'ordered' })).toEqual([]);
  const april = { month: '2026-04-01', who: 'ordered' };
  expect(await listed(actor, { ...april, view: 'alone' })).toEqual([late]);
  expect((await listed(actor, april)).sort()).toEqual([early, late].sort());
  expect(await listed(actor, { who: 'leftOut' })).toEqual([late]);
});

it('stay those of the report they stand in, whatever happens later', async () => {
  const { actor } = await shop();
  const { until } = unwrap(await readHoldout(actor, {}));
  const before = await listed(actor, { asOf: until });
  setNow(day('2026-05-10'));
  await addCustomer(actor, { email: emailOf(actor, false, 'new') });
  setNow(day('2026-05-11'));
  expect(await listed(actor, { asOf: until })).toEqual(before);
  expect(await listed(actor)).toHaveLength(before.length + 1);
});

it('refuses what is not in the report, and shows another workspace nothing', async () => {
  const [{ actor }, { actor: stranger }] = [await shop(), await freshWorkspace()];
  const refused = async (asked: object) => {
    const result = await listHoldoutPeople(actor, HoldoutPeopleQuery.parse(asked));
    return result.ok ? null : result.refusal;
  };
  expect(await refused({ month: '2026-01-01' })).toMatchObject({ code: 'invalid-field', field: 'month' });
  expect(await refused({ asOf: '2026-02-01T00:00:00Z' })).toMatchObject({ field: 'asOf' });
  expect(await refused({ span: 2 })).toMatchObject({ code: 'not-found' });
  expect(await listed(stranger)).toEqual([]);
});
