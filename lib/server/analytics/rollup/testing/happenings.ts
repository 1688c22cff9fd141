// What may happen to a shop while its retention reports are kept counted, drawn by chance and done through the real shell.
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { workspaces } from '@/drizzle/schema';
import type { RetentionQuery } from '@/lib/core/api/analytics';
import type { Id } from '@/lib/core/id';
import type { Json } from '@/lib/core/json';
import { DAY_MS } from '@/lib/core/retention/period';
import type { Actor } from '../../../actor';
import { advanceClock, now } from '../../../clock';
import { asSystem, inWorkspace, rows } from '../../../db/transaction';
import { writeEmitted } from '../../../engine/write-batch';
import { plantFaults } from '../../../fault';
import { storeEvents } from '../../../ingest/store-events';
import { unwrap } from '../../../testing/unwrap';
import { readRetention } from '../../read-retention';
import { markStale } from '../mark-stale';
import { workRollups } from '../work-rollups';

const occurred = fc.oneof(
  fc.integer({ min: -200 * DAY_MS, max: 0 }),
  fc.integer({ min: -200, max: 0 }).map((days) => days * DAY_MS - 9.5 * 3_600_000),
  // A clock that is fast.
  fc.integer({ min: 1, max: 4 * 60_000 }),
);
const who = fc.integer({ min: 0, max: 5 });
const name = fc.constantFrom('Order Completed', 'Order Completed', 'Signed Up', 'Page Viewed');
const size = fc.integer({ min: 1, max: 4 });
const zone = fc.constantFrom('UTC', 'Europe/Prague', 'Pacific/Apia', 'America/Los_Angeles');
const point = fc.constantFrom(
  ...(['commit', 'claim', 'read', 'await', 'stale', 'events', 'recount', 'fill', 'progress'] as const),
);

const kinds = {
  event: fc.record({ who, isKnown: fc.boolean(), name, occurred }),
  merge: fc.record({ who, other: who }),
  emitted: fc.record({ who, name }),
  erasure: fc.record({ who }),
  zone: fc.record({ zone }),
  ask: fc.record({ report: fc.nat() }),
  work: fc.record({
    portion: fc.record({ events: size, stale: size, customers: size }),
    // Often until all is whole, so that what comes then meets reports that are.
    times: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(60)),
    crash: fc.option(fc.record({ point, isAfter: fc.boolean() })),
  }),
  later: fc.record({ ms: fc.integer({ min: 1, max: 400_000 }) }),
};

type Kind = keyof typeof kinds;
type Drawn<Of extends Kind> = (typeof kinds)[Of] extends fc.Arbitrary<infer One> ? One : never;
type Doing = () => Promise<unknown>;

const weights: Readonly<Record<Kind, number>> = {
  ...{ event: 6, merge: 2, emitted: 1, erasure: 1 },
  ...{ zone: 1, ask: 3, work: 5, later: 1 },
};

const happening = fc.oneof(
  ...Object.entries(kinds).map(([kind, arbitrary]) => ({
    // The keys are those of the object above.
    weight: weights[kind as Kind],
    arbitrary: fc.record({ kind: fc.constant(kind as Kind), drawn: arbitrary as fc.Arbitrary<unknown> }),
  })),
);

export const arbitraryHappenings = fc.array(happening, { minLength: 20, maxLength: 60, size: 'max' });

export interface Shop {
  readonly actor: Actor;
  readonly reports: readonly RetentionQuery[];
}

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** @param id of what happens, different each time */
export async function happen(shop: Shop, { kind, drawn }: Happening, id: string): Promise<void> {
  // What was drawn is of its kind.
  const doing: Record<Kind, Doing> = {
    event: () => takeIn(shop, id, eventOf(drawn as Drawn<'event'>)),
    merge: () => takeIn(shop, id, identifyOf(drawn as Drawn<'merge'>)),
    emitted: () => emit(shop, drawn as Drawn<'emitted'>, id),
    erasure: () => erase(shop, drawn as Drawn<'erasure'>),
    zone: () => moveTo(shop, drawn as Drawn<'zone'>),
    ask: () => ask(shop, drawn as Drawn<'ask'>),
    work: () => workAndCrash(drawn as Drawn<'work'>),
    later: async () => advanceClock((drawn as Drawn<'later'>).ms),
  };
  await doing[kind]();
}

function eventOf({ who, isKnown, name: event, occurred }: Drawn<'event'>) {
  const person = isKnown ? { userId: `u${who}` } : { anonymousId: `a${who}` };
  return { type: 'track', event, timestamp: new Date(now().getTime() + occurred).toISOString(), ...person };
}

const identifyOf = ({ who, other }: Drawn<'merge'>) => ({
  ...{ type: 'identify', userId: `u${who}`, anonymousId: `a${other}` },
});

function takeIn({ actor }: Shop, messageId: string, event: Record<string, Json>) {
  return storeEvents(actor.workspaceId, 'test', [{ ...event, messageId }], now());
}

async function customerOf({ actor: { workspaceId } }: Shop, person: number): Promise<Id<'cus'>[]> {
  const found = await asSystem((tx) =>
    rows<{ id: Id<'cus'> }>(
      tx,
      sql`select customer_id as id from identifiers
        where workspace_id = ${workspaceId} and value in (${`u${person}`}, ${`a${person}`}) limit 1`,
    ),
  );
  return found.map(({ id }) => id);
}

async function emit(shop: Shop, { who, name }: Drawn<'emitted'>, messageId: string): Promise<void> {
  const { workspaceId } = shop.actor;
  for (const customerId of await customerOf(shop, who)) {
    const at = now().getTime();
    const what = { ...{ customerId, messageId, name }, type: 'track' as const, properties: {}, traits: {} };
    const place = { ...{ origin: messageId, depth: 1 }, occurredAt: at, receivedAt: at, place: null };
    await inWorkspace(workspaceId, (tx) => writeEmitted(tx, workspaceId, [{ ...what, ...place }], 1));
  }
}

async function erase(shop: Shop, { who }: Drawn<'erasure'>): Promise<void> {
  const { workspaceId } = shop.actor;
  const ids = await customerOf(shop, who);
  await asSystem(async (tx) => {
    const own = sql`workspace_id = ${workspaceId} and customer_id = any (${sql.param(ids)}::text[])`;
    await tx.execute(sql`delete from events where ${own}`);
    await markStale(tx, workspaceId, ids);
  });
}

const moveTo = ({ actor: { workspaceId } }: Shop, { zone: timeZone }: Drawn<'zone'>) =>
  asSystem((tx) => tx.update(workspaces).set({ timeZone }).where(eq(workspaces.workspaceId, workspaceId)));

async function ask({ actor, reports }: Shop, { report }: Drawn<'ask'>): Promise<void> {
  for (const query of reports.slice(report % reports.length).slice(0, 1)) {
    unwrap(await readRetention(actor, query));
  }
}

class Planted extends Error {}

async function workAndCrash({ portion, times, crash }: Drawn<'work'>): Promise<void> {
  let isPlanted = crash !== null;
  const boom = () => {
    isPlanted = false;
    throw new Planted();
  };
  plantFaults((point) => {
    if (!isPlanted || point !== `rollups.${crash?.point}`) return undefined;
    return crash?.isAfter ? { after: boom } : { before: boom };
  });
  for (let time = 0; time < times; time += 1) {
    try {
      await workRollups(portion);
    } catch (error) {
      if (!(error instanceof Planted)) throw error;
    }
  }
  plantFaults(undefined);
}
