import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { RepeatPeopleQuery, RepeatQuery } from '@/lib/core/api/analytics';
import { repeatCondition } from '@/lib/core/retention/repeat-condition';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { conditionSql } from '../segments/condition-sql';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { listRepeatPeople } from './list-repeat-people';
import { readRepeatPurchase } from './read-repeat-purchase';
import { smallShop } from './testing/small-shop';

const asOf = '2026-04-10T00:00:00.000Z';

describe('repeat purchase', () => {
  it('tells shares, waits and value, and leaves amounts in other currencies out', async () => {
    const { actor } = await smallShop();
    const query = RepeatQuery.parse({ asOf, from: '2026-01-01', months: '4' });
    const report = unwrap(await readRepeatPurchase(actor, query));
    expect(report.shares.slice(0, 3).map(({ people }) => people)).toEqual([4, 2, 1]);
    expect(report.waits.map(({ day, atRisk, returned }) => [day, atRisk, returned])).toEqual([
      [17, 3, 1],
      [28, 2, 1],
    ]);
    expect(report.currency).toBe('EUR');
    expect(report.leftOut).toBe(2);
    expect(
      report.value.map(({ size, cells }) => [size, cells.map(({ perCustomer }) => perCustomer)]),
    ).toEqual([
      [2, [32.75, 32.75, 37.75, 37.75]],
      [1, [30, 30, 30]],
      [1, [0, 0]],
      [0, [null]],
    ]);
  });
});

describe('the people behind a figure of repeat orders', () => {
  const listed = async (actor: Actor, figure: string, value: string, more: object = {}) =>
    unwrap(await listRepeatPeople(actor, RepeatPeopleQuery.parse({ asOf, figure, value, ...more })));

  it('are as many as each share, each step of the waiting curve and each cohort says', async () => {
    const { actor } = await smallShop();
    const query = RepeatQuery.parse({ asOf, from: '2026-01-01', months: '4' });
    const { shares, waits, value } = unwrap(await readRepeatPurchase(actor, query));
    for (const { orders, people } of shares) {
      expect((await listed(actor, 'orders', String(orders))).data).toHaveLength(people);
    }
    let returned = 0;
    for (const wait of waits) {
      returned += wait.returned;
      expect((await listed(actor, 'waited', String(wait.day))).data).toHaveLength(returned);
      expect((await listed(actor, 'waited', String(wait.day - 1))).data).toHaveLength(
        returned - wait.returned,
      );
    }
    for (const { start, size } of value) {
      expect((await listed(actor, 'cohort', start)).data).toHaveLength(size);
    }
  });

  it('are those meant, page by page, and nobody of another workspace', async () => {
    const { actor, of } = await smallShop();
    const { actor: stranger } = await freshWorkspace();
    expect((await listed(actor, 'orders', '3')).data.map(({ id }) => id)).toEqual([`cus_${of('ann')}`]);
    const first = await listed(actor, 'cohort', '2026-01-17', { limit: '1' });
    const { data, next } = await listed(actor, 'cohort', '2026-01-17', { limit: '1', cursor: first.next });
    expect(new Set([...first.data, ...data].map(({ id }) => id)).size).toBe(2);
    expect(next).toBeNull();
    expect((await listed(stranger, 'orders', '1')).data).toEqual([]);
  });

  it('are those for whom the figure’s condition holds', async () => {
    const { actor } = await smallShop();
    const { workspaceId } = actor;
    const figures = [
      { figure: 'orders', value: '2' },
      { figure: 'cohort', value: '2026-01-01' },
    ] as const;
    for (const { figure, value } of figures) {
      const condition = repeatCondition('Order Completed', { figure, value });
      if (typeof condition === 'string') throw new Error(condition);
      const selection = { workspaceId, now: Date.parse(asOf), timeZone: 'UTC' };
      const meant = await inWorkspace(workspaceId, (tx) =>
        rows<{ id: string }>(
          tx,
          sql`select c.id from customers c where ${conditionSql(condition, selection)}`,
        ),
      );
      const found = (await listed(actor, figure, value)).data.map(({ id }) => id);
      expect(found).toHaveLength(2);
      expect(meant.map(({ id }) => id).sort()).toEqual(found.sort());
    }
  });

  it.each([
    ['orders', '0'],
    ['waited', '-1'],
    ['cohort', '2026-02-30'],
  ])('are not asked for by what makes no sense: %s %s', (figure, value) => {
    expect(RepeatPeopleQuery.safeParse({ figure, value }).success).toBe(false);
  });
});
