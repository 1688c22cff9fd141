// Every figure of the retention page, over the demo shop, is counted once more from the rows of the events table: each cell,
// each share, each day of waiting, each amount, and the people behind cells.
import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { events, workspaces } from '@/drizzle/schema';
import { RepeatQuery, RetentionPeopleQuery, RetentionQuery } from '@/lib/core/api/analytics';
import { averageRow } from '@/lib/core/retention/average-row';
import { grouped } from '@/lib/core/retention/grouped';
import { DAY_MS } from '@/lib/core/retention/period';
import { plainRetention, type RetentionHistory } from '@/lib/core/retention/plain-retention';
import { cohortRevenues } from '@/lib/core/retention/plain-value';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { asSystem, inWorkspace } from '../db/transaction';
import { seedShop } from '../demo/seed/seed-shop';
import { historyOf, SEED } from '../demo/shop/history';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { listRetentionPeople } from './list-retention-people';
import { readRepeatPurchase } from './read-repeat-purchase';
import { readRetention } from './read-retention';
import { workRollups } from './rollup/work-rollups';

const CUSTOMERS = 400;
const zone = 'Europe/Dublin';
const ORDER = 'Order Completed';

describe('over the demo shop', () => {
  let actor: Actor;
  let histories: RetentionHistory[];
  let asOf: number;

  beforeAll(async () => {
    ({ actor } = await freshWorkspace());
    const { workspaceId } = actor;
    asOf = now().getTime();
    const shop = historyOf({ seed: SEED, until: asOf, customers: CUSTOMERS });
    await asSystem(async (tx) => {
      await seedShop(tx, workspaceId, shop, now());
      await tx
        .update(workspaces)
        .set({ timeZone: zone, currency: 'EUR' })
        .where(eq(workspaces.workspaceId, workspaceId));
    });
    const rows = await inWorkspace(workspaceId, (tx) =>
      tx.select().from(events).orderBy(asc(events.occurredAt), asc(events.seq)),
    );
    histories = [...grouped(rows, ({ customerId }) => customerId)].map(([person, own]) => ({
      person,
      events: own.map(({ name, properties, occurredAt }) => ({ name, properties, at: occurredAt.getTime() })),
    }));
    asOf = now().getTime();
  });

  const ordersOf = ({ events: own }: RetentionHistory) => own.filter(({ name }) => name === ORDER);

  it.each([
    {},
    { cohort: 'recurring' },
    { measure: 'on-or-after' },
    { measure: 'brackets', brackets: '0-0,1-3,4-11' },
    { clock: 'elapsed' },
    { unit: 'week', cohorts: '20', periods: '20' },
    { unit: 'day', cohorts: '30', periods: '10', start: 'Product Viewed' },
    {
      startWhere: '[{"type":"test","subject":"property","path":["total"],"operator":"at-least","value":60}]',
    },
  ])('tells each cell and average of %o', async (more) => {
    const query = RetentionQuery.parse({ ...more, asOf: new Date(asOf).toISOString() });
    const { definition, groups } = unwrap(await readRetention(actor, query));
    const plain = plainRetention(definition, histories, asOf, zone);
    expect(groups[0]?.cohorts).toEqual(plain.cohorts);
    const averages = groups[0]?.average.map(({ low: _low, high: _high, ...average }) => average);
    expect(averages).toEqual(averageRow(plain));
    expect(plain.cohorts.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(10);
  });

  it('tells the same from a kept report', async () => {
    const query = RetentionQuery.parse({});
    await readRetention(actor, query);
    while (await workRollups()) {
      // Until everybody has been counted.
    }
    advanceClock(1_000);
    const report = unwrap(await readRetention(actor, query));
    expect(Date.parse(report.asOf)).toBeLessThan(now().getTime() - 900);
    const plain = plainRetention(report.definition, histories, Date.parse(report.asOf), zone);
    expect(report.groups[0]?.cohorts).toEqual(plain.cohorts);
  });

  it('leads from each number to as many people', async () => {
    const asked = { asOf: new Date(asOf).toISOString(), cohorts: '4', periods: '4' };
    const { groups } = unwrap(await readRetention(actor, RetentionQuery.parse(asked)));
    for (const { start, size, cells } of groups[0]?.cohorts ?? []) {
      for (const [column, { people }] of cells.entries()) {
        if (people === null) continue;
        for (const who of ['returned', 'missing']) {
          const cell = { ...asked, period: start, column: String(column), who, limit: '100' };
          const { data } = unwrap(await listRetentionPeople(actor, RetentionPeopleQuery.parse(cell)));
          expect(data).toHaveLength(Math.min(100, who === 'returned' ? people : size - people));
        }
      }
    }
  });

  it('tells shares, waits and value', async () => {
    const query = RepeatQuery.parse({ asOf: new Date(asOf).toISOString() });
    const { shares, waits, value, leftOut } = unwrap(await readRepeatPurchase(actor, query));
    const buyers = histories.map(ordersOf).filter((orders) => orders.length > 0);
    for (const { orders, people, share } of shares) {
      const reached = buyers.filter((own) => own.length >= orders).length;
      expect([people, share]).toEqual([reached, reached / buyers.length]);
    }
    const waited = buyers.map(([first, second]) => ({
      day: Math.floor(((second?.at ?? asOf) - (first?.at ?? 0)) / DAY_MS),
      isBack: second !== undefined,
    }));
    const days = [...new Set(waited.filter(({ isBack }) => isBack).map(({ day }) => day))];
    expect(waits.map(({ day }) => day)).toEqual(days.sort((a, b) => a - b));
    for (const { day, atRisk, returned } of waits) {
      expect(atRisk).toBe(waited.filter((one) => one.day >= day).length);
      expect(returned).toBe(waited.filter((one) => one.isBack && one.day === day).length);
    }
    expect(leftOut).toBe(0);
    const orders = histories.flatMap((history) =>
      ordersOf(history).map(({ at, properties }) => ({
        ...{ person: history.person, at, amount: Number(properties.total) },
      })),
    );
    const plain = new Map(cohortRevenues(orders, 'month', zone).map((cohort) => [cohort.start, cohort]));
    for (const { start, size, cells } of value) {
      const { size: told = 0, byPeriod = [] } = plain.get(start) ?? {};
      expect(size).toBe(told);
      for (const [period, { perCustomer }] of cells.entries()) {
        const sum = byPeriod.slice(0, period + 1).reduce((total, one) => total + one, 0);
        if (told > 0) expect(perCustomer).toBeCloseTo(sum / told, 6);
        else expect(perCustomer).toBeNull();
      }
    }
  });
});
