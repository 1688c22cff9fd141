// Figures of segments equal a recount of the rows they come from.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { consents, segmentMembers, segmentStays, segments, workspaces } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { boughtProduct } from '@/lib/core/segment/bought-product';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { newId } from '../new-id';
import { aSegment } from '../testing/a-segment';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { conditionSql } from './condition-sql';
import { listSegmentPeople } from './list-segment-people';
import { segmentComposition } from './segment-composition';
import { segmentHistory } from './segment-history';
import { segmentOverlap } from './segment-overlap';
import { segmentPersona } from './segment-persona';

const DAY = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * DAY);

async function withSegments(...ids: Id<'seg'>[]): Promise<Actor> {
  const { actor } = await freshWorkspace();
  const made = ids.map((id) => ({ ...aSegment(actor.workspaceId, id), createdAt: ago(3) }));
  await inWorkspace(actor.workspaceId, (tx) => tx.insert(segments).values(made));
  return actor;
}

async function member(
  { workspaceId }: Actor,
  segmentId: Id<'seg'>,
  customerId: Id<'cus'>,
  enteredAt = now(),
): Promise<void> {
  const row = { workspaceId, segmentId, customerId, enteredAt };
  await inWorkspace(workspaceId, (tx) => tx.insert(segmentMembers).values(row));
}

it('tells size, entries and exits of every day, by the clock of the workspace', async () => {
  const actor = await withSegments('seg_a');
  const { workspaceId } = actor;
  const [ada, bob] = [await addCustomer(actor, {}), await addCustomer(actor, {})];
  await member(actor, 'seg_a', ada, ago(1));
  await member(actor, 'seg_a', bob, ago(60));
  const stay = { workspaceId, segmentId: 'seg_a', customerId: ada } as const;
  await inWorkspace(workspaceId, (tx) =>
    tx.insert(segmentStays).values([
      { ...stay, enteredAt: ago(50), leftAt: ago(3) },
      { ...stay, enteredAt: ago(2), leftAt: ago(2) },
    ]),
  );
  const { data } = unwrap(await segmentHistory(actor, { id: 'seg_a', days: 5 }));
  expect(data.map(({ size, entered, left }) => [size, entered, left])).toEqual([
    // Nothing can be told of a day before the segment was made.
    [null, 0, 0],
    [1, 0, 1],
    [1, 1, 1],
    [2, 1, 0],
    [2, 0, 0],
  ]);
  for (const { day, size } of data.slice(1)) {
    const inside = { id: 'seg_a', figure: 'inside', value: day, limit: 50 } as const;
    expect(unwrap(await listSegmentPeople(actor, inside)).data).toHaveLength(size ?? 0);
  }
  expect(data.at(-1)?.day).toBe(now().toISOString().slice(0, 10));
  await inWorkspace(workspaceId, (tx) => tx.update(workspaces).set({ timeZone: 'Pacific/Kiritimati' }));
  const far = unwrap(await segmentHistory(actor, { id: 'seg_a', days: 1 })).data[0];
  expect(far?.day).toBe(new Date(now().getTime() + 14 * 3_600_000).toISOString().slice(0, 10));
});

it('counts members by an attribute, side by side, with the unknown and the others apart', async () => {
  const actor = await withSegments('seg_a', 'seg_b');
  const all: JsonObject[] = [
    { city: 'Vigo' },
    { city: 'Vigo' },
    { city: 5 },
    { city: null },
    { city: ['x'] },
    {},
  ];
  for (const attributes of all) await member(actor, 'seg_a', await addCustomer(actor, {}, { attributes }));
  await member(actor, 'seg_b', await addCustomer(actor, {}, { attributes: { city: 'Brno' } }));
  const query = { segments: ['seg_a', 'seg_b'] as Id<'seg'>[], attribute: ['city'] };
  const { segments: named, data } = unwrap(await segmentComposition(actor, query));
  expect(named).toEqual([
    { id: 'seg_a', name: 'seg_a', size: 6 },
    { id: 'seg_b', name: 'seg_b', size: 1 },
  ]);
  expect(data.map(({ value, kind, people }) => [value, kind, ...people])).toEqual(
    [
      ['Vigo', 'value', 2, 0],
      [5, 'value', 1, 0],
      ['Brno', 'value', 0, 1],
      [null, 'other', 1, 0],
      [null, 'unknown', 2, 0],
    ].sort(([a], [b]) => order(a) - order(b)),
  );
  function order(value: unknown): number {
    return data.findIndex((one) => one.value === value);
  }
});

it('counts every combination of segments once', async () => {
  const actor = await withSegments('seg_a', 'seg_b', 'seg_c');
  for (const of of [
    ['seg_a'],
    ['seg_a', 'seg_b'],
    ['seg_b', 'seg_a'],
    ['seg_c', 'seg_b', 'seg_a'],
  ] as const) {
    const customer = await addCustomer(actor, {});
    for (const id of of) await member(actor, id, customer);
  }
  const { data } = unwrap(await segmentOverlap(actor, { segments: ['seg_c', 'seg_a', 'seg_b'] }));
  expect(data).toEqual([
    { in: ['seg_a', 'seg_b'], people: 2 },
    { in: ['seg_a'], people: 1 },
    { in: ['seg_c', 'seg_a', 'seg_b'], people: 1 },
  ]);
});

it('sums members up, and says nothing odd of a segment without any', async () => {
  const actor = await withSegments('seg_a', 'seg_empty');
  const { workspaceId } = actor;
  const ada = await addCustomer(actor, {}, { attributes: { country: 'ES' } });
  await member(actor, 'seg_a', ada);
  const products = [{ sku: 'TEA', name: 'Tea' }, { sku: 'TEA' }, 'odd'];
  await addEvent(actor, ada, 'Order Completed', { properties: { products } });
  const told = { workspaceId, customerId: ada, channel: 'email', source: 'test', proof: {} } as const;
  await inWorkspace(workspaceId, (tx) =>
    tx.insert(consents).values([
      { ...told, id: newId('cns'), state: 'opted-out', at: ago(2) },
      { ...told, id: newId('cns'), state: 'opted-in', at: ago(1) },
    ]),
  );
  const persona = unwrap(await segmentPersona(actor, { id: 'seg_a' }));
  expect(persona).toMatchObject({
    ...{ size: 1, lookedAt: 1, buyers: 1, orders: 1 },
    attributes: [{ path: ['country'], values: [{ value: 'ES', count: 1 }] }],
    products: [{ sku: 'TEA', name: 'Tea', people: 1 }],
    channels: [
      { channel: 'email', consented: 1, reached: 0 },
      { channel: 'sms', consented: 0, reached: 0 },
    ],
  });
  expect(persona.hours.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(unwrap(await segmentPersona(actor, { id: 'seg_empty' }))).toMatchObject({
    ...{ size: 0, lookedAt: 0, buyers: 0, orders: 0, attributes: [], products: [] },
    weekdays: [0, 0, 0, 0, 0, 0, 0],
  });
});

it('leads from each product to as many people as bought it, whatever orders call it', async () => {
  const actor = await withSegments('seg_buyers');
  const { workspaceId } = actor;
  const baskets = [
    [{ sku: 'TEA', product_id: 'p-1' }],
    [{ product_id: 'p-1' }, { sku: 'TEA' }],
    [{ sku: null, product_id: 'TEA' }],
    [{ product_id: 42 }],
    [{ sku: '42' }, { sku: 7 }],
  ];
  for (const products of baskets) {
    const customer = await addCustomer(actor, {});
    await member(actor, 'seg_buyers', customer);
    await addEvent(actor, customer, 'Order Completed', { properties: { products } });
  }
  const { products } = unwrap(await segmentPersona(actor, { id: 'seg_buyers' }));
  expect(products.map(({ sku, people }) => [sku, people])).toEqual([
    ['TEA', 3],
    ['42', 2],
    ['7', 1],
    ['p-1', 1],
  ]);
  for (const { sku, people } of products) {
    const selection = { workspaceId, now: now().getTime(), timeZone: 'UTC' };
    const found = await inWorkspace(workspaceId, (tx) =>
      rows(tx, sql`select c.id from customers c where ${conditionSql(boughtProduct(sku), selection)}`),
    );
    expect(found, sku).toHaveLength(people);
  }
});

it('shows another workspace nothing', async () => {
  await withSegments('seg_mine');
  const { actor: stranger } = await freshWorkspace();
  const missing = { refusal: { code: 'not-found' } };
  const id = 'seg_mine';
  expect(await segmentHistory(stranger, { id, days: 3 })).toMatchObject(missing);
  expect(await segmentPersona(stranger, { id })).toMatchObject(missing);
  expect(await segmentOverlap(stranger, { segments: [id] })).toMatchObject(missing);
  expect(await segmentComposition(stranger, { segments: [id], attribute: ['a'] })).toMatchObject(missing);
});
