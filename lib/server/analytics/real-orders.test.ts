// The real orders of a shop beside the project, where they are there: every figure that is known of them, and every cell.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { workspaces } from '@/drizzle/schema';
import { RepeatQuery, type RetentionGroupReport, RetentionQuery } from '@/lib/core/api/analytics';
import { grouped } from '@/lib/core/retention/grouped';
import { plainRetention, type RetentionHistory } from '@/lib/core/retention/plain-retention';
import { cohortRevenues } from '@/lib/core/retention/plain-value';
import type { Actor } from '../actor';
import { asSystem } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { readRepeatPurchase } from './read-repeat-purchase';
import { readRetention } from './read-retention';
import { storeHistories } from './testing/store-histories';

const file = path.resolve(import.meta.dirname, '../../../../shared/data/online-retail-orders.csv.gz');
const isThere = existsSync(file);
const asOf = '2011-12-10T00:00:00.000Z';

const OrderRows = z.array(
  z.object({
    order_id: z.string(),
    kind: z.string(),
    customer_id: z.string(),
    ordered_at: z.string(),
    total_gbp: z.coerce.number(),
  }),
);

function readPurchases() {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return OrderRows.parse(parse(text, { columns: true })).filter(({ kind }) => kind === 'purchase');
}

describe.skipIf(!isThere)(
  isThere ? 'the real orders' : 'the real orders (skipped: ../shared/data is not here)',
  () => {
    let actor: Actor;
    let purchases: ReturnType<typeof readPurchases>;
    let histories: RetentionHistory[];

    beforeAll(async () => {
      ({ actor } = await freshWorkspace());
      purchases = readPurchases();
      const { workspaceId } = actor;
      await asSystem((tx) =>
        tx
          .update(workspaces)
          .set({ currency: 'GBP', timeZone: 'UTC' })
          .where(eq(workspaces.workspaceId, workspaceId)),
      );
      histories = [...grouped(purchases, ({ customer_id }) => customer_id)].map(([customer, own]) => ({
        person: `real${process.pid}-${customer}`,
        events: own.map(({ total_gbp, ordered_at }) => ({
          name: 'Order Completed',
          properties: { total: total_gbp, currency: 'GBP' },
          at: Date.parse(ordered_at),
        })),
      }));
      await storeHistories(workspaceId, histories);
    });

    const ask = async (more: Record<string, string>): Promise<RetentionGroupReport['cohorts']> => {
      const query = RetentionQuery.parse({ from: '2010-12-01', cohorts: '13', periods: '13', asOf, ...more });
      return unwrap(await readRetention(actor, query)).groups[0]?.cohorts ?? [];
    };

    it('are as many, of as many people, and bring as much as is known', async () => {
      const query = RepeatQuery.parse({ from: '2010-12-01', months: '13', asOf });
      const { shares, value, leftOut } = unwrap(await readRepeatPurchase(actor, query));
      expect(purchases).toHaveLength(18_532);
      expect(shares[0]?.people).toBe(4_338);
      expect(leftOut).toBe(0);
      const spent = value.map(({ size, cells }) => size * (cells.at(-1)?.perCustomer ?? 0));
      expect(spent.reduce((total, one) => total + one, 0)).toBeCloseTo(8_911_407.904, 3);
    });

    it('have the December 2010 cohort that is known', async () => {
      const [december] = await ask({});
      expect(december?.size).toBe(885);
      expect(december?.cells.slice(1).map(({ people }) => people)).toEqual([
        324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235,
      ]);
      expect(december?.cells.map(({ isComplete }) => isComplete)).toEqual([...Array(12).fill(true), false]);
    });

    it.each([
      [{}],
      [{ cohort: 'recurring' }],
      [{ measure: 'on-or-after' }],
      [{ measure: 'brackets', brackets: '0-0,1-3,4-12' }],
      [{ clock: 'elapsed' }],
      [{ unit: 'week', cohorts: '54', periods: '20' }],
    ])('have every cell as the plain program tells it: %o', async (more) => {
      const query = RetentionQuery.parse({ from: '2010-12-01', cohorts: '13', periods: '13', asOf, ...more });
      const { definition } = unwrap(await readRetention(actor, query));
      const plain = plainRetention(definition, histories, Date.parse(asOf), 'UTC');
      expect(await ask(more)).toEqual(plain.cohorts);
    });

    it('have the value of every cohort as told one customer at a time', async () => {
      const query = RepeatQuery.parse({ from: '2010-12-01', months: '13', asOf });
      const { value } = unwrap(await readRepeatPurchase(actor, query));
      const orders = histories.flatMap(({ person, events }) =>
        events.map(({ at, properties }) => ({ person, at, amount: Number(properties.total) })),
      );
      const plain = cohortRevenues(orders, 'month', 'UTC');
      expect(value.map(({ start, size }) => [start, size])).toEqual(
        plain.map(({ start, size }) => [start, size]),
      );
      for (const [index, { size, cells }] of value.entries()) {
        const told = plain[index]?.byPeriod ?? [];
        for (const [period, { perCustomer }] of cells.entries()) {
          const sum = told.slice(0, period + 1).reduce((total, one) => total + one, 0);
          expect(perCustomer).toBeCloseTo(sum / size, 6);
        }
      }
    });
  },
);
