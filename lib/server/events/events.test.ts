// Reading events: filters, the live tail, and the names for pickers.

import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { workspaces } from '@/drizzle/schema';
import { EventEntry } from '@/lib/core/api/event';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { eventNames } from './event-names';
import { listEvents } from './list-events';

async function shop() {
  const { actor } = await freshWorkspace();
  const ada = await addCustomer(actor, { 'user-id': 'ada' }, { attributes: { name: 'Ada' } });
  const bob = await addCustomer(actor, { 'user-id': 'bob' });
  const seqs = [];
  seqs.push(await addEvent(actor, ada, 'Order Completed', { properties: { total: 12 } }));
  seqs.push(await addEvent(actor, bob, 'Order Completed'));
  seqs.push(await addEvent(actor, ada, 'Home', { type: 'page' }));
  seqs.push(await addEvent(actor, ada, '', { type: 'identify' }));
  return { actor, ada, seqs };
}

describe('listEvents', () => {
  it('lists newest first, with the names of the customers', async () => {
    const { actor } = await shop();
    const { data, next } = unwrap(await listEvents(actor, { limit: 50 }));
    expect(data.map((event) => EventEntry.parse(event))).toEqual(data);
    expect(data.map(({ name, customerLabel }) => `${customerLabel}: ${name}`)).toEqual([
      'Ada: ',
      'Ada: Home',
      'bob: Order Completed',
      'Ada: Order Completed',
    ]);
    expect(next).toBeNull();
  });

  it('filters by name, type and customer', async () => {
    const { actor, ada } = await shop();
    const count = async (query: Partial<Parameters<typeof listEvents>[1]>) =>
      unwrap(await listEvents(actor, { limit: 50, ...query })).data.length;
    expect(await count({ name: 'Order Completed' })).toBe(2);
    expect(await count({ type: 'page' })).toBe(1);
    expect(await count({ customer: ada })).toBe(3);
    expect(await count({ customer: 'bob', name: 'Order Completed' })).toBe(1);
    expect(await count({ customer: 'nobody' })).toBe(0);
  });

  it('finds people by name, by e-mail address and by external id', async () => {
    const { actor } = await freshWorkspace();
    const ada = await addCustomer(
      actor,
      { 'user-id': 'shop-17', email: 'ada@shop.test' },
      { attributes: { firstName: 'Ada', lastName: 'Lovelace' } },
    );
    const bob = await addCustomer(actor, { email: 'bob@shop.test' }, { attributes: { name: 'Bob' } });
    await addEvent(actor, ada, 'Looked');
    await addEvent(actor, bob, 'Looked');
    const found = async (customer: string) =>
      unwrap(await listEvents(actor, { limit: 50, customer })).data.map(({ customerId }) => customerId);
    for (const search of ['lovelace', 'ada love', 'ADA@shop', 'shop-17', ada]) {
      expect(await found(search), search).toEqual([ada]);
    }
    expect(await found('%')).toEqual([]);
  });

  it('keeps to a stretch of time, by the clock of the workspace', async () => {
    const { actor } = await freshWorkspace();
    await inWorkspace(actor.workspaceId, (tx) =>
      tx
        .update(workspaces)
        .set({ timeZone: 'Asia/Tokyo' })
        .where(eq(workspaces.workspaceId, actor.workspaceId)),
    );
    const ada = await addCustomer(actor, { 'user-id': 'ada' });
    // 23:30 in Tokyo, and half past midnight there.
    for (const at of ['2026-03-02T14:30:00Z', '2026-03-02T15:30:00Z']) {
      await addEvent(actor, ada, at, { at: new Date(at) });
    }
    const found = async (span: { from?: string; until?: string }) =>
      unwrap(await listEvents(actor, { limit: 50, ...span })).data.map(({ name }) => name.slice(11, 16));
    expect(await found({ from: '2026-03-03' })).toEqual(['15:30']);
    expect(await found({ until: '2026-03-02' })).toEqual(['14:30']);
    expect(await found({ from: '2026-03-02', until: '2026-03-03' })).toEqual(['15:30', '14:30']);
    expect(await found({ from: '2026-03-02T15:30:00Z' })).toEqual(['15:30']);
    expect(await found({ until: '2026-03-02T15:30:00Z' })).toEqual(['14:30']);
    expect(await found({ from: '2026-03-04' })).toEqual([]);
  });

  it('gives what came in after an event, page by page', async () => {
    const { actor, seqs } = await shop();
    const after = seqs[0] ?? 0;
    const first = unwrap(await listEvents(actor, { limit: 2, after }));
    const second = unwrap(await listEvents(actor, { limit: 2, after, cursor: first.next ?? '' }));
    expect([...first.data, ...second.data].map(({ seq }) => seq)).toEqual(seqs.slice(1).reverse());
    expect(second.next).toBeNull();
    expect(unwrap(await listEvents(actor, { limit: 2, after: seqs[3] })).data).toEqual([]);
  });

  it('shows another workspace nothing', async () => {
    const { ada } = await shop();
    const { actor: stranger } = await freshWorkspace();
    expect(unwrap(await listEvents(stranger, { limit: 50 })).data).toEqual([]);
    expect(unwrap(await listEvents(stranger, { limit: 50, customer: ada })).data).toEqual([]);
    expect(unwrap(await eventNames(stranger)).data).toEqual([]);
  });
});

describe('eventNames', () => {
  it('counts the names, most frequent first', async () => {
    const { actor } = await shop();
    expect(unwrap(await eventNames(actor)).data).toMatchObject([
      { name: 'Order Completed', type: 'track', count: 2 },
      { name: 'Home', type: 'page', count: 1 },
    ]);
  });
});
