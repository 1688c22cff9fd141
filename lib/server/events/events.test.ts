// Reading events: filters, the live tail, and the names for pickers.
import { describe, expect, it } from 'vitest';
import { EventEntry } from '@/lib/core/api/event';
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
