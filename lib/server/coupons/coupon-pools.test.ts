// Coupon pools: made, filled and looked through, each within its workspace.
import { beforeEach, describe, expect, it } from 'vitest';
import { endpoints } from '@/lib/core/api/endpoints';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { bearer, callApi } from '../testing/call-api';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { createCouponPool } from './create-coupon-pool';
import { findCouponPool } from './find-coupon-pool';
import { issueCoupons } from './issue-coupons';
import { listCouponPools } from './list-coupon-pools';
import { listIssuedCoupons } from './list-issued-coupons';

let actor: Actor;
let headers: Record<string, string>;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  headers = await bearer(actor);
});

const create = async (pattern: string | null) =>
  unwrap(await createCouponPool(actor, { name: 'Tea', pattern })).id;
const fill = (id: string, text: string) =>
  callApi(endpoints.importCoupons, { headers, params: { id }, text });

async function issue(poolId: Id<'cpl'>, ...keys: string[]) {
  const customerId = await addCustomer(actor, { email: `${keys[0]}@shop.test` });
  const at = now();
  return inWorkspace(actor.workspaceId, (tx) =>
    issueCoupons(
      tx,
      actor.workspaceId,
      keys.map((key) => ({ key, poolId, customerId, at })),
    ),
  );
}

describe('a pool', () => {
  it('counts what is issued and what is left', async () => {
    const imported = await create(null);
    await fill(imported, 'A\nB\nC\n');
    await issue(imported, 'k');
    expect(unwrap(await findCouponPool(actor, { id: imported }))).toMatchObject({ issued: 1, free: 2 });
    const made = await create('TEA-########');
    await issue(made, 'l', 'm');
    const listed = unwrap(await listCouponPools(actor, { limit: 1 }));
    expect(listed.data).toMatchObject([{ id: made, issued: 2, free: null, pattern: 'TEA-########' }]);
    const rest = unwrap(await listCouponPools(actor, { limit: 1, cursor: listed.next ?? '' }));
    expect(rest).toMatchObject({ data: [{ id: imported }], next: null });
  });

  it.each([
    ['too few places', 'TEA-###'],
    ['a space', 'TEA ########'],
    ['letters nobody can type', 'TÉE-########'],
  ])('by a pattern with %s is refused', async (_, pattern) => {
    const answer = await callApi(endpoints.createCouponPool, { headers, body: { name: 'Tea', pattern } });
    expect(answer).toMatchObject({ status: 400, body: { field: 'pattern' } });
  });

  it('is not there for another workspace', async () => {
    const id = await create(null);
    await fill(id, 'A\n');
    const { actor: stranger } = await freshWorkspace();
    expect(await findCouponPool(stranger, { id })).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await listIssuedCoupons(stranger, { id, limit: 9 })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(unwrap(await listCouponPools(stranger, { limit: 9 })).data).toEqual([]);
    const theirs = { headers: await bearer(stranger), params: { id }, text: 'B\n' };
    expect(await callApi(endpoints.importCoupons, theirs)).toMatchObject({ status: 404 });
    expect(unwrap(await findCouponPool(actor, { id })).free).toBe(1);
  });
});

describe('an import', () => {
  it('takes a bare list, a file with a header, and a file with more columns', async () => {
    const id = await create(null);
    expect(await fill(id, 'A-1\r\nA-2\r\n\r\nA-1\r\n')).toMatchObject({ body: { added: 2, known: 1 } });
    expect(await fill(id, '\ufeff"Code"\nB-1\n')).toMatchObject({ body: { added: 1, known: 0 } });
    const file = 'Valid until,Coupon code\n2027-01-01,C-1\n2027-01-01,\n';
    expect(await fill(id, file)).toMatchObject({
      body: { added: 1, problemCount: 1, problems: [{ line: 3, column: 'Coupon code' }] },
    });
    expect(unwrap(await findCouponPool(actor, { id })).free).toBe(4);
  });

  it('into a pool with a pattern is refused, and an empty one too', async () => {
    const refused = await fill(await create('TEA-########'), 'A\n');
    expect(refused).toMatchObject({ status: 409, body: { code: 'pool-has-pattern' } });
    expect(await fill(await create(null), '')).toMatchObject({ status: 422, body: { code: 'bad-file' } });
  });
});

describe('the list of issued codes', () => {
  it('says who got which, newest first, and finds a code', async () => {
    const id = await create(null);
    await fill(id, 'TEA-1\nTEA-2\nCUP-3\n');
    await issue(id, 'ada', 'ada-2');
    await issue(id, 'ben');
    const first = unwrap(await listIssuedCoupons(actor, { id, limit: 2 }));
    const second = unwrap(await listIssuedCoupons(actor, { id, limit: 2, cursor: first.next ?? '' }));
    const all = [...first.data, ...second.data];
    expect(all.map(({ customerLabel }) => customerLabel).sort()).toEqual([
      ...['ada@shop.test', 'ada@shop.test', 'ben@shop.test'],
    ]);
    expect(new Set(all.map(({ code }) => code)).size).toBe(3);
    const found = unwrap(await listIssuedCoupons(actor, { id, limit: 9, search: 'cup' }));
    expect(found.data.map(({ code }) => code)).toEqual(['CUP-3']);
  });
});
