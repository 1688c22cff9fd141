// Storing in process: the same checks, order, exactness and walls as over HTTP.
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import { asSystem, rows } from '../db/transaction';
import { plantFaults } from '../fault';
import { freshWorkspace } from '../testing/fresh-workspace';
import { onWake } from '../wake';
import { storeEvents } from './store-events';
import { storedCustomers, storedEvents, storedPeople } from './testing/stored';

afterEach(() => plantFaults(undefined));

function track(event: string, more: JsonObject = {}): JsonObject {
  return { type: 'track', userId: 'u', event, messageId: event, ...more };
}

describe('storeEvents', () => {
  it('stores in order, once, and wakes the engine', async () => {
    const { workspaceId } = await freshWorkspace();
    let woken = 0;
    const end = onWake('engine', () => {
      woken += 1;
    });
    const at = now();
    const stored = await storeEvents(workspaceId, 'till', [track('A'), track('B'), track('A')], at);
    end();
    expect(stored).toEqual({
      accepted: 2,
      duplicates: 1,
      results: [expect.objectContaining({ index: 2, status: 'duplicate', code: 'duplicate' })],
    });
    const events = await storedEvents(workspaceId);
    expect(events.map(({ name, source, receivedAt }) => [name, source, receivedAt])).toEqual([
      ['A', 'till', at],
      ['B', 'till', at],
    ]);
    expect(woken).toBeGreaterThan(0);
  });

  it('reports the same id with another body and keeps the first', async () => {
    const { workspaceId } = await freshWorkspace();
    await storeEvents(workspaceId, 'till', [track('A', { properties: { total: 1 } })], now());
    const again = await storeEvents(workspaceId, 'till', [track('A', { properties: { total: 2 } })], now());
    expect(again).toMatchObject({
      accepted: 0,
      duplicates: 1,
      results: [{ code: 'duplicate-with-other-body' }],
    });
    const [event] = await storedEvents(workspaceId);
    expect(event?.properties).toEqual({ total: 1 });
  });

  it('tells sources and workspaces apart', async () => {
    const { workspaceId } = await freshWorkspace();
    const other = await freshWorkspace();
    await storeEvents(workspaceId, 'till', [track('A')], now());
    expect(await storeEvents(workspaceId, 'web', [track('A')], now())).toMatchObject({ accepted: 1 });
    expect(await storeEvents(other.workspaceId, 'till', [track('A')], now())).toMatchObject({ accepted: 1 });
    expect(await storedEvents(other.workspaceId)).toHaveLength(1);
    expect(await storedPeople(other.workspaceId)).toEqual([['user-id u']]);
  });

  it('notes an alias that would join two people', async () => {
    const { workspaceId } = await freshWorkspace();
    const alias = { type: 'alias', userId: 'u', previousId: 'v' };
    const people = [track('A'), track('B', { userId: 'v' })];
    const stored = await storeEvents(
      workspaceId,
      'till',
      [...people, alias, { ...alias, previousId: 'u' }],
      now(),
    );
    expect(stored).toMatchObject({
      accepted: 4,
      results: [{ index: 2, status: 'changed', code: 'alias-not-merged' }],
    });
    expect(await storedPeople(workspaceId)).toHaveLength(2);
  });

  it('makes no customer that does not outlive the group', async () => {
    const { workspaceId } = await freshWorkspace();
    await storeEvents(workspaceId, 'till', [track('A')], now());
    const anonymous = track('B', { userId: null, anonymousId: 'a' });
    await storeEvents(workspaceId, 'till', [anonymous, track('C', { anonymousId: 'a' })], now());
    expect(await storedCustomers(workspaceId)).toHaveLength(1);
    expect(await storedPeople(workspaceId)).toEqual([['anonymous-id a', 'user-id u']]);
  });
});

const few = (prefix: string) =>
  fc.option(
    fc.integer({ min: 0, max: 3 }).map((n) => `${prefix}${n}`),
    { freq: 2 },
  );
const anyEvent = fc
  .record({ userId: few('u'), anonymousId: few('a'), email: few('e'), messageId: few('m') })
  .filter(({ userId, anonymousId, email }) => (userId ?? anonymousId ?? email) !== null)
  .map(({ email, ...ids }) => ({
    ...ids,
    type: 'identify',
    traits: email === null ? {} : { email: `${email}@shop.test` },
  }));

describe('storing at the same time, past the queue', () => {
  it('stores one event of 50 with the same id', async () => {
    const { workspaceId } = await freshWorkspace();
    const all = Array.from({ length: 50 }, () => storeEvents(workspaceId, 's', [track('A')], now()));
    const accepted = (await Promise.all(all)).reduce((sum, stored) => sum + stored.accepted, 0);
    expect(accepted).toBe(1);
    expect(await storedEvents(workspaceId)).toHaveLength(1);
    expect(await storedCustomers(workspaceId)).toHaveLength(1);
  });

  it.skipIf(process.env.TEST_ENGINE === 'pglite')('numbers events in the order of commits', async () => {
    const { workspaceId } = await freshWorkspace();
    const reached: string[] = [];
    let begin = () => {};
    let release = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const hold = () => {
      begin();
      return released;
    };
    plantFaults((name) => {
      reached.push(name);
      return name === 'ingest.write' ? { after: hold } : undefined;
    });
    const first = storeEvents(workspaceId, 's', [track('first')], now());
    await begun;
    const second = storeEvents(workspaceId, 's', [track('second')], now());
    const begunTwice = () => reached.filter((name) => name === 'ingest.find-known').length > 1;
    await untilSomebodyWaits(begunTwice);
    const isOvertaken = begunTwice();
    release();
    await Promise.all([first, second]);
    expect(isOvertaken).toBe(false);
    expect((await storedEvents(workspaceId)).map(({ name }) => name)).toEqual(['first', 'second']);
  });
});

/** Until the workspace's lock is waited for, or it is too late for that. */
async function untilSomebodyWaits(isTooLate: () => boolean): Promise<void> {
  const waiting = sql`select from pg_locks where locktype = 'advisory' and not granted`;
  let found = 0;
  while (found === 0 && !isTooLate()) found = (await asSystem((tx) => rows(tx, waiting))).length;
}

describe('laws of storeEvents', () => {
  it('any stream split into any batches ends in the same customers and events', async () => {
    const stream = fc.array(fc.array(anyEvent, { maxLength: 8 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(stream, async (batches) => {
        const [split, whole] = [await freshWorkspace(), await freshWorkspace()];
        const at = now();
        let place = 0;
        const numbered = batches.map((batch) =>
          batch.map((event) => ({ ...event, properties: { place: place++ } })),
        );
        for (const batch of numbered) await storeEvents(split.workspaceId, 's', batch, at);
        await storeEvents(whole.workspaceId, 's', numbered.flat(), at);
        expect(await storedPeople(split.workspaceId)).toEqual(await storedPeople(whole.workspaceId));
        expect(await placesByCustomer(split.workspaceId)).toEqual(await placesByCustomer(whole.workspaceId));
      }),
      { numRuns: 30 },
    );
  });
});

/** Which events of the stream belong to one customer, in the order in which a worker would see them. */
async function placesByCustomer(workspaceId: Id<'wsp'>): Promise<string[]> {
  const places = new Map<string, unknown[]>();
  for (const { customerId, properties } of await storedEvents(workspaceId)) {
    places.set(customerId, [...(places.get(customerId) ?? []), properties.place]);
  }
  return [...places.values()].map((list) => list.join(' ')).sort();
}
