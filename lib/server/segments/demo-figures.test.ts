// Every figure on the pages of segments equals a plain recount of the rows, over the demo shop; and so do the people behind it.
import { beforeAll, expect, it } from 'vitest';
import { consents, customers, events, segmentMembers, segments, workspaces } from '@/drizzle/schema';
import type { SegmentPeopleQuery } from '@/lib/core/api/segment-charts';
import { type Condition, EventTest } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import type { Json, JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { seedShop } from '../demo/seed/seed-shop';
import { historyOf, SEED } from '../demo/shop/history';
import { drainEngine } from '../engine/run-engine';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { createSegment } from './create-segment';
import { listMembers } from './list-members';
import { listSegmentPeople } from './list-segment-people';
import { listSegments } from './list-segments';
import { segmentComposition } from './segment-composition';
import { segmentHistory } from './segment-history';
import { segmentOverlap } from './segment-overlap';
import { segmentPersona } from './segment-persona';

const DAY = 86_400_000;
const ZONE = 'Europe/Dublin';
const ordered: Condition = EventTest.parse({
  ...{ type: 'event', event: 'Order Completed' },
  within: { amount: 90, unit: 'days' },
});
const agreed: Condition = { type: 'consent', channel: 'email', state: 'opted-in' };

let actor: Actor;
let buyers: Id<'seg'>;
let readers: Id<'seg'>;
let shop: Awaited<ReturnType<typeof readShop>>;

function readShop({ workspaceId }: Actor) {
  return inWorkspace(workspaceId, async (tx) => ({
    customers: await tx.select().from(customers),
    events: await tx.select().from(events),
    consents: await tx.select().from(consents),
    members: await tx.select().from(segmentMembers),
  }));
}

beforeAll(async () => {
  ({ actor } = await freshWorkspace());
  const { workspaceId } = actor;
  const history = historyOf({ seed: SEED, until: now().getTime(), customers: 150 });
  await inWorkspace(workspaceId, async (tx) => {
    await tx.update(workspaces).set({ timeZone: ZONE });
    await seedShop(tx, workspaceId, history, now());
  });
  buyers = unwrap(await createSegment(actor, segmentOf('Buyers', ordered))).id;
  readers = unwrap(await createSegment(actor, segmentOf('Readers', agreed))).id;
  await drainEngine();
  shop = await readShop(actor);
}, 120_000);

const segmentOf = (name: string, condition: Condition) => ({
  name,
  condition,
  description: '',
  template: null,
});

const orders = () => shop.events.filter(({ name, type }) => name === 'Order Completed' && type !== 'signal');
const since = () => now().getTime() - 90 * DAY;

/** Told plainly, from what everybody did and said. */
function plainBuyers(): Set<string> {
  return new Set(orders().flatMap((one) => (one.occurredAt.getTime() > since() ? [one.customerId] : [])));
}

function plainReaders(channel = 'email'): Set<string> {
  const newest = new Map<string, (typeof shop.consents)[number]>();
  for (const one of shop.consents.filter((row) => row.channel === channel)) {
    const known = newest.get(one.customerId);
    if (!known || one.at > known.at || (+one.at === +known.at && one.id > known.id))
      newest.set(one.customerId, one);
  }
  return new Set([...newest.values()].flatMap((one) => (one.state === 'opted-in' ? [one.customerId] : [])));
}

it('the list and the members are those of whom the condition holds', async () => {
  expect(plainBuyers().size).toBeGreaterThan(10);
  expect(plainReaders().size).toBeGreaterThan(10);
  const { data } = unwrap(await listSegments(actor, { limit: 50, state: 'active' }));
  const sizes = Object.fromEntries(data.map(({ name, size, filled }) => [name, [size, filled]]));
  expect(sizes).toEqual({ Buyers: [plainBuyers().size, 1], Readers: [plainReaders().size, 1] });
  const listed = unwrap(await listMembers(actor, { id: buyers, limit: 200 })).data;
  expect(listed.map(({ customerId }) => customerId).sort()).toEqual([...plainBuyers()].sort());
});

it('size, comings and goings', async () => {
  const { data } = unwrap(await segmentHistory(actor, { id: buyers, days: 30 }));
  const today = data.at(-1);
  const size = plainBuyers().size;
  expect(today).toMatchObject({ size, entered: size, left: 0 });
  expect(data.slice(0, -1).every((day) => day.size === null && day.entered === 0)).toBe(true);
  const people = await peopleBehind(buyers, { figure: 'entered', value: today?.day ?? '' });
  expect(people).toEqual(new Map([...plainBuyers()].map((id) => [id, 1])));
  expect(await peopleBehind(buyers, { figure: 'left', value: today?.day ?? '' })).toEqual(new Map());
});

it('composition by an attribute, compared, and overlap', async () => {
  const [bought, agree] = [plainBuyers(), plainReaders()];
  const { data } = unwrap(
    await segmentComposition(actor, { segments: [buyers, readers], attribute: ['country'] }),
  );
  const named = data.filter(({ kind }) => kind === 'value');
  expect(named.length).toBeGreaterThan(1);
  for (const { value, people } of named) {
    const have = shop.customers.filter(({ attributes }) => attributes.country === value);
    expect(people, String(value)).toEqual(
      [bought, agree].map((of) => have.filter(({ id }) => of.has(id)).length),
    );
  }
  const both = [...bought].filter((id) => agree.has(id)).length;
  const overlap = unwrap(await segmentOverlap(actor, { segments: [buyers, readers] })).data;
  const counts = Object.fromEntries(overlap.map(({ in: inside, people }) => [inside.join(), people]));
  expect(counts).toEqual(
    withoutNothing({
      [`${buyers},${readers}`]: both,
      [buyers]: bought.size - both,
      [readers]: agree.size - both,
    }),
  );
});

const withoutNothing = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

it('the persona: attributes, orders, products, channels', async () => {
  const persona = unwrap(await segmentPersona(actor, { id: buyers }));
  const inside = plainBuyers();
  const own = orders().filter(({ customerId }) => inside.has(customerId));
  expect(persona).toMatchObject({
    size: inside.size,
    lookedAt: inside.size,
    buyers: inside.size,
    orders: own.length,
  });
  const members = shop.customers.filter(({ id }) => inside.has(id));
  expect(persona.attributes.length).toBeGreaterThan(0);
  for (const { path, values } of persona.attributes) {
    const held = members.map(({ attributes }) => at(attributes, path));
    for (const { value, count } of values)
      expect(held.filter((one) => one === value).length, `${path.join('.')} ${value}`).toBe(count);
  }
  const buyersOf = new Map<string, Set<string>>();
  for (const { customerId, properties } of own)
    for (const sku of skusOf(properties)) buyersOf.set(sku, (buyersOf.get(sku) ?? new Set()).add(customerId));
  expect(persona.products.length).toBeGreaterThan(0);
  for (const { sku, people } of persona.products) expect(buyersOf.get(sku)?.size, sku).toBe(people);
  const most = [...buyersOf.values()].map(({ size }) => size).sort((a, b) => b - a);
  expect(persona.products.map(({ people }) => people)).toEqual(most.slice(0, persona.products.length));
  for (const { channel, consented, reached } of persona.channels) {
    const agree = plainReaders(channel);
    expect([consented, reached], channel).toEqual([[...inside].filter((id) => agree.has(id)).length, 0]);
  }
});

function at(value: Json, path: readonly string[]): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const next = value[key];
  return next === undefined ? undefined : at(next, rest);
}

function skusOf({ products }: JsonObject): string[] {
  const list = Array.isArray(products) ? products : [];
  return list.flatMap((one) => {
    const sku = at(one, ['sku']) ?? at(one, ['product_id']);
    return typeof sku === 'string' ? [sku] : [];
  });
}

it('hours and weekdays, and the people behind each bar', async () => {
  const persona = unwrap(await segmentPersona(actor, { id: buyers }));
  const inside = plainBuyers();
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  });
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const hours: string[][] = Array.from({ length: 24 }, () => []);
  const weekdays: string[][] = Array.from({ length: 7 }, () => []);
  for (const { customerId, occurredAt, type, lane } of shop.events) {
    if (!inside.has(customerId) || type === 'signal' || lane < 0 || occurredAt.getTime() < since()) continue;
    const parts = Object.fromEntries(clock.formatToParts(occurredAt).map((part) => [part.type, part.value]));
    hours[Number(parts.hour)]?.push(customerId);
    weekdays[days.indexOf(parts.weekday ?? '')]?.push(customerId);
  }
  expect(persona.hours).toEqual(hours.map(({ length }) => length));
  expect(persona.weekdays).toEqual(weekdays.map(({ length }) => length));
  const fullest = persona.hours.indexOf(Math.max(...persona.hours));
  const then = await peopleBehind(buyers, { figure: 'hour', value: String(fullest) });
  expect(then).toEqual(timesOf(hours[fullest] ?? []));
  expect(await peopleBehind(buyers, { figure: 'weekday', value: '7' })).toEqual(timesOf(weekdays[6] ?? []));
});

function timesOf(ids: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** All pages, small ones, so that there are several. */
async function peopleBehind(
  id: Id<'seg'>,
  figure: Pick<SegmentPeopleQuery, 'figure' | 'value'>,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = unwrap(
      await listSegmentPeople(actor, {
        id,
        ...figure,
        limit: 7,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    for (const { customerId, times } of page.data) {
      expect(found.has(customerId)).toBe(false);
      found.set(customerId, times);
    }
    cursor = page.next;
  }
  return found;
}

it('shows another workspace nobody', async () => {
  const { actor: stranger } = await freshWorkspace();
  const asked = { id: buyers, figure: 'hour', value: '9', limit: 50 } as const;
  expect(await listSegmentPeople(stranger, asked)).toMatchObject({ refusal: { code: 'not-found' } });
  const { data } = unwrap(await listSegments(stranger, { limit: 50, state: 'active' }));
  expect(data).toEqual([]);
  const rows = await inWorkspace(stranger.workspaceId, (tx) => tx.select().from(segments));
  expect(rows).toEqual([]);
});
