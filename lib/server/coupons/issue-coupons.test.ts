// Each code once, the same key the same code, and nobody left out while there is a code: also where a thousand ask at once.
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { couponPools, coupons } from '@/drizzle/schema';
import { COUPON_SIGNS } from '@/lib/core/coupons/coupon-pattern';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { asSystem, inWorkspace, rows } from '../db/transaction';
import { newId } from '../new-id';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import type { CouponRequest } from './coupon-request';
import { issueCoupons } from './issue-coupons';

let actor: Actor;
let customerId: Id<'cus'>;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  customerId = await addCustomer(actor, { 'user-id': 'u' });
});

async function addPool(pattern: string | null, codes = 0): Promise<Id<'cpl'>> {
  const { workspaceId } = actor;
  const id = newId('cpl');
  const createdAt = now();
  const given = Array.from({ length: codes }, (_, index) => ({
    ...{ workspaceId, poolId: id, code: `CODE-${index}`, createdAt },
  }));
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(couponPools).values({ workspaceId, id, name: 'Tea', pattern, createdAt });
    if (codes > 0) await tx.insert(coupons).values(given);
  });
  return id;
}

const request = (poolId: Id<'cpl'>, key: string): CouponRequest => ({ key, poolId, customerId, at: now() });

function issue(...requests: CouponRequest[]) {
  return inWorkspace(actor.workspaceId, (tx) => issueCoupons(tx, actor.workspaceId, requests));
}

const keys = (count: number) => Array.from({ length: count }, (_, index) => `key-${index}`);

describe.each([
  ['made by a pattern', () => addPool('TEA-########')],
  ['imported', () => addPool(null, 1_000)],
])('codes %s', (_, pool) => {
  it('go out once each, to a thousand who ask at the same time', async () => {
    const poolId = await pool();
    const answers = await Promise.all(keys(1_000).map((key) => issue(request(poolId, key))));
    const codes = answers.flat().map(({ code }) => code);
    expect(codes).not.toContain(null);
    expect(new Set(codes).size).toBe(1_000);
  });

  it('stay with the key, in one call, in another, and at the same time', async () => {
    const poolId = await pool();
    const [first, again] = await issue(request(poolId, 'k'), request(poolId, 'k'));
    expect(again).toEqual(first);
    const many = await Promise.all(keys(40).map(() => issue(request(poolId, 'k'), request(poolId, 'new'))));
    expect(new Set(many.map(([answer]) => answer?.code))).toEqual(new Set([first?.code]));
    expect(new Set(many.map(([, answer]) => answer?.code)).size).toBe(1);
    const stored = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(coupons));
    expect(stored.filter(({ key }) => key !== null)).toHaveLength(2);
    expect(stored.find(({ key }) => key === 'k')).toMatchObject({ customerId, code: first?.code });
  });

  it('go to many in one call, in the order they asked', async () => {
    const poolId = await pool();
    const answers = await issue(...keys(300).map((key) => request(poolId, key)));
    expect(answers.map(({ key }) => key)).toEqual(keys(300));
    expect(new Set(answers.map(({ code }) => code)).size).toBe(300);
  });
});

describe('a pool', () => {
  it('that is used up says so, and the last codes go to who asked first', async () => {
    const poolId = await addPool(null, 3);
    const answers = await issue(...keys(5).map((key) => request(poolId, key)));
    expect(answers.map(({ code }) => code !== null)).toEqual([true, true, true, false, false]);
    expect(await issue(request(poolId, 'late'))).toEqual([{ key: 'late', code: null }]);
    expect((await issue(request(poolId, 'key-0')))[0]?.code).toBe(answers[0]?.code);
  });

  it('gives out every last code, however many ask for more than there is', async () => {
    const poolId = await addPool(null, 60);
    const batches = Array.from({ length: 20 }, (_, batch) => keys(5).map((key) => `${batch} ${key}`));
    const answers = await Promise.all(
      batches.map((batch) => issue(...batch.map((key) => request(poolId, key)))),
    );
    const codes = answers.flat().flatMap(({ code }) => (code === null ? [] : [code]));
    expect(new Set(codes).size).toBe(60);
    expect(codes).toHaveLength(60);
  });

  it('whose pattern has run out says so, instead of trying for ever', async () => {
    const poolId = await addPool('#');
    const answers = await issue(...keys(COUPON_SIGNS.length + 5).map((key) => request(poolId, key)));
    const codes = answers.flatMap(({ code }) => (code === null ? [] : [code]));
    expect(new Set(codes).size).toBe(codes.length);
    expect(answers.length - codes.length).toBeGreaterThanOrEqual(5);
  });

  it('of another workspace, or that nobody knows, gives nothing', async () => {
    const poolId = await addPool(null, 3);
    const { actor: stranger } = await freshWorkspace();
    const theirs = await inWorkspace(stranger.workspaceId, (tx) =>
      issueCoupons(tx, stranger.workspaceId, [request(poolId, 'k'), request('cpl_none', 'l')]),
    );
    expect(theirs.map(({ code }) => code)).toEqual([null, null]);
  });
});

/** Asks the database until one of its sessions waits for another's lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [found] = await asSystem((tx) =>
      rows<{ count: number }>(tx, sql`select count(*)::int as count from pg_locks where not granted`),
    );
    if ((found?.count ?? 0) > 0) return;
  }
}

// The embedded database has one session: nobody is ever in the middle of taking a code.
it.skipIf(process.env.TEST_ENGINE === 'pglite')(
  'waits for codes that may come back before it says no',
  async () => {
    const poolId = await addPool(null, 1);
    let isTaken = () => {};
    const taken = new Promise<void>((resolve) => {
      isTaken = resolve;
    });
    let giveBack = () => {};
    const returned = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    const first = inWorkspace(actor.workspaceId, async (tx) => {
      await issueCoupons(tx, actor.workspaceId, [request(poolId, 'first')]);
      isTaken();
      await returned;
      throw new Error('rolled back');
    });
    await taken;
    const second = issue(request(poolId, 'second'));
    await somebodyWaits();
    giveBack();
    await expect(first).rejects.toThrow('rolled back');
    expect(await second).toEqual([{ key: 'second', code: 'CODE-0' }]);
  },
);
