// Finding customers: by any identifier, by name, after a merge, and never across workspaces.
import { describe, expect, it } from 'vitest';
import { consents } from '@/drizzle/schema';
import { CustomerDetail } from '@/lib/core/api/customer';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { findCustomer } from './find-customer';
import { listCustomers } from './list-customers';

async function labels(actor: Actor, search?: string) {
  const page = unwrap(await listCustomers(actor, { limit: 50, search }));
  return page.data.map(({ label }) => label).sort();
}

describe('listCustomers', () => {
  it('pages newest first and leaves merged ones out', async () => {
    const { actor } = await freshWorkspace();
    const kept = await addCustomer(actor, { 'user-id': 'a' });
    const ids = [kept];
    for (const userId of ['b', 'c', 'd', 'e']) ids.push(await addCustomer(actor, { 'user-id': userId }));
    await addCustomer(actor, { 'anonymous-id': 'gone' }, { mergedInto: kept });
    const first = unwrap(await listCustomers(actor, { limit: 3 }));
    const second = unwrap(await listCustomers(actor, { limit: 3, cursor: first.next ?? '' }));
    expect([...first.data, ...second.data].map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(second.next).toBeNull();
  });

  it('searches by the start of an identifier and a part of the name', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(
      actor,
      { 'user-id': 'u_1', email: 'ada@shop.test' },
      { attributes: { name: 'Ada Lovelace' } },
    );
    await addCustomer(
      actor,
      { 'user-id': 'ux1' },
      { attributes: { firstName: 'Grace', lastName: 'Hopper' } },
    );
    await addCustomer(actor, { 'anonymous-id': 'an-1' });
    expect(await labels(actor, 'ADA@')).toEqual(['Ada Lovelace']);
    expect(await labels(actor, 'shop.test')).toEqual([]);
    expect(await labels(actor, 'race ho')).toEqual(['Grace Hopper']);
    expect(await labels(actor, 'u_')).toEqual(['Ada Lovelace']);
    expect(await labels(actor, "' or 1=1 --")).toEqual([]);
    expect(await labels(actor)).toEqual(['Ada Lovelace', 'Grace Hopper', 'an-1']);
  });
});

describe('findCustomer', () => {
  it('finds by our id and by the shop’s, and tells what is known', async () => {
    const { actor } = await freshWorkspace();
    const id = await addCustomer(
      actor,
      { 'user-id': 'u-1', email: 'ada@shop.test' },
      { attributes: { tier: 'gold' } },
    );
    await addEvent(actor, id, 'Seen', { at: new Date('2026-01-02T03:04:05.678Z') });
    await inWorkspace(actor.workspaceId, (tx) =>
      tx.insert(consents).values([
        {
          workspaceId: actor.workspaceId,
          id: newId('cns'),
          customerId: id,
          channel: 'email',
          state: 'opted-in',
          source: 'form',
          proof: {},
          at: new Date(0),
        },
        {
          workspaceId: actor.workspaceId,
          id: newId('cns'),
          customerId: id,
          channel: 'email',
          state: 'opted-out',
          source: 'link',
          proof: {},
          at: now(),
        },
      ]),
    );
    const found = unwrap(await findCustomer(actor, { id }));
    expect(CustomerDetail.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      label: 'ada@shop.test',
      isAnonymous: false,
      attributes: { tier: 'gold' },
      lastSeenAt: '2026-01-02T03:04:05.678Z',
      consents: { email: 'opted-out', sms: 'not-asked' },
    });
    expect(unwrap(await findCustomer(actor, { id: 'u-1' }))).toEqual(found);
  });

  it('follows merges to whoever remains, and survives ids that look like ours', async () => {
    const { actor } = await freshWorkspace();
    const last = await addCustomer(actor, { 'user-id': 'cus_stripe' });
    const middle = await addCustomer(actor, {}, { mergedInto: last });
    const first = await addCustomer(actor, {}, { mergedInto: middle });
    for (const id of [first, middle, last, 'cus_stripe']) {
      expect(unwrap(await findCustomer(actor, { id })).id).toBe(last);
    }
  });

  it('shows another workspace nothing', async () => {
    const { actor } = await freshWorkspace();
    const { actor: stranger } = await freshWorkspace();
    const id = await addCustomer(actor, { 'user-id': 'u-1' });
    const unknown = await findCustomer(stranger, { id: 'cus_unknown' });
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(await findCustomer(stranger, { id })).toEqual(unknown);
    expect(await findCustomer(stranger, { id: 'u-1' })).toEqual(unknown);
    expect(unwrap(await listCustomers(stranger, { limit: 50, search: 'u-1' })).data).toEqual([]);
  });
});
