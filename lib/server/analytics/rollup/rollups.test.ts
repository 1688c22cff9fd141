// Kept retention reports end equal to a recount, whatever happened while they were counted: late events and events of the
// future, merges, erasures, another time zone, portions of any size, and crashes between any two statements.
// `ROLLUP_RUNS=100` looks longer.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { retentionRollups, retentionStale, workspaces } from '@/drizzle/schema';
import { RetentionQuery } from '@/lib/core/api/analytics';
import type { Actor } from '../../actor';
import { advanceClock, now } from '../../clock';
import { inWorkspace } from '../../db/transaction';
import { plantFaults } from '../../fault';
import { storeEvents } from '../../ingest/store-events';
import { setNow } from '../../testing/clock';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { addCustomer, addEvent } from '../../testing/people';
import { unwrap } from '../../testing/unwrap';
import { readRetention } from '../read-retention';
import { arbitraryHappenings, happen } from './testing/happenings';
import { workRollups } from './work-rollups';

const RUNS = Number(process.env.ROLLUP_RUNS ?? 6);
const START = '2026-04-10T09:30:00.000Z';
const HOUR_MS = 3_600_000;

afterEach(() => plantFaults(undefined));

/** Of everything by which kept reports differ. */
const reports = [
  {},
  { cohort: 'recurring', measure: 'on-or-after' },
  { unit: 'week', start: 'Signed Up', cohorts: '20' },
  { unit: 'day', clock: 'elapsed', cohorts: '30' },
].map((query) => RetentionQuery.parse(query));

const small = { events: 7, stale: 3, customers: 4 };

async function workAll(portion = small): Promise<void> {
  for (let isMore = true; isMore; ) isMore = await workRollups(portion);
}

const read = async (actor: Actor, query: RetentionQuery) => unwrap(await readRetention(actor, query));

/** What is kept, and the same told from the events at the same moment. The clock has gone on, so that it shows which is which. */
async function compared(actor: Actor, query: RetentionQuery) {
  advanceClock(60_000);
  const { timeZone, asOf, ...kept } = await read(actor, query);
  const { asOf: _, ...direct } = await read(actor, { ...query, asOf });
  return { asOf, kept: { timeZone, ...kept }, direct };
}

describe('kept retention reports', () => {
  it('end equal to a recount, whatever happened', async () => {
    let people = 0;
    for (const [run, happenings] of fc.sample(arbitraryHappenings, RUNS).entries()) {
      setNow(START);
      const { actor } = await freshWorkspace();
      for (const [index, one] of happenings.entries())
        await happen({ actor, reports }, one, `r${run}-${index}`);
      for (const query of reports) await read(actor, query);
      advanceClock(HOUR_MS);
      await workAll();
      for (const query of reports) {
        const { asOf, kept, direct } = await compared(actor, query);
        expect(kept, JSON.stringify({ run, query })).toEqual(direct);
        const [{ cohorts = [] } = {}] = kept.groups;
        people += cohorts.reduce((sum, { size }) => sum + size, 0);
        expect(asOf).not.toBe(now().toISOString());
      }
      const left = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(retentionStale));
      expect(left).toEqual([]);
    }
    expect(people).toBeGreaterThan(RUNS);
  }, 3_600_000);
});

describe('a kept report', () => {
  const monthly = RetentionQuery.parse({});
  const [january, february] = ['2026-01-05T00:00:00Z', '2026-02-05T00:00:00Z'];

  /** One who came back, and the report whole. */
  async function shop(query = monthly): Promise<Actor> {
    setNow(START);
    const { actor } = await freshWorkspace();
    const customer = await addCustomer(actor, { 'user-id': 'ann' });
    for (const at of [january, february]) {
      await addEvent(actor, customer, 'Order Completed', { at: new Date(at) });
    }
    await read(actor, query);
    await workAll();
    advanceClock(1_000);
    return actor;
  }

  const sizes = async (actor: Actor, query: RetentionQuery) =>
    (await read(actor, query)).groups[0]?.cohorts.map(({ size }) => size).filter((size) => size > 0);

  it('counts two who turn out to be one once', async () => {
    const actor = await shop();
    const loser = await addCustomer(actor, { 'anonymous-id': 'browser' });
    await addEvent(actor, loser, 'Order Completed', { at: new Date(february) });
    advanceClock(60_000);
    await workAll();
    expect(await sizes(actor, monthly)).toEqual([1, 1]);
    const identify = { type: 'identify', userId: 'ann', anonymousId: 'browser', messageId: 'merge' };
    await storeEvents(actor.workspaceId, 'test', [identify], now());
    advanceClock(60_000);
    await workAll();
    expect(await sizes(actor, monthly)).toEqual([1]);
  });

  it('is counted anew by the calendar of another zone', async () => {
    const actor = await shop();
    const late = await addCustomer(actor, { 'user-id': 'lea' });
    await addEvent(actor, late, 'Order Completed', { at: new Date('2026-01-31T23:30:00Z') });
    advanceClock(60_000);
    await workAll();
    expect(await sizes(actor, monthly)).toEqual([2]);
    await inWorkspace(actor.workspaceId, (tx) => tx.update(workspaces).set({ timeZone: 'Europe/Prague' }));
    expect(await sizes(actor, monthly)).toEqual([1, 1]);
    advanceClock(60_000);
    await workAll();
    const { kept, direct, asOf } = await compared(actor, monthly);
    expect(asOf).not.toBe(now().toISOString());
    expect(kept).toEqual(direct);
    expect(await sizes(actor, monthly)).toEqual([1, 1]);
  });

  it('speaks of the moment when it was last counted', async () => {
    const actor = await shop();
    const before = await read(actor, monthly);
    expect(Date.parse(before.asOf)).toBeLessThan(now().getTime());
    await addEvent(actor, await addCustomer(actor, { 'user-id': 'bob' }), 'Order Completed', {
      at: new Date(january),
    });
    expect(await read(actor, monthly)).toEqual(before);
    advanceClock(60_000);
    await workAll();
    expect(await sizes(actor, monthly)).toEqual([2]);
  });

  it.each([
    [
      'with filters',
      { startWhere: '[{"type":"test","subject":"property","path":["a"],"operator":"is-set"}]' },
    ],
    ['in spans', { measure: 'brackets', brackets: '1-3' }],
    ['as of another day', { asOf: '2026-04-01T00:00:00.000Z' }],
    ['by people for whom each day is a cohort', { unit: 'day', cohort: 'recurring' }],
  ])('is none %s', async (_, more) => {
    const actor = await shop(RetentionQuery.parse(more));
    expect(await inWorkspace(actor.workspaceId, (tx) => tx.select().from(retentionRollups))).toEqual([]);
  });

  it('is told from the events where nobody has counted for an hour', async () => {
    const actor = await shop();
    advanceClock(2 * HOUR_MS);
    expect((await read(actor, monthly)).asOf > new Date(now().getTime() - HOUR_MS).toISOString()).toBe(true);
  });

  it('reaches further back once it is asked to', async () => {
    const actor = await shop();
    const early = await addCustomer(actor, { 'user-id': 'eve' });
    await addEvent(actor, early, 'Order Completed', { at: new Date('2015-01-05T00:00:00Z') });
    const decade = RetentionQuery.parse({ from: '2015-01-01', cohorts: '120' });
    expect(await sizes(actor, decade)).toEqual([1]);
    advanceClock(60_000);
    await workAll();
    const { kept, direct, asOf } = await compared(actor, decade);
    expect(asOf).not.toBe(now().toISOString());
    expect(kept).toEqual(direct);
  });

  it('gives its place to another when it is forgotten, and not before', async () => {
    const actor = await shop();
    const others = Array.from({ length: 8 }, (_, index) =>
      RetentionQuery.parse({ returns: `Event ${index}` }),
    );
    for (const query of others) await read(actor, query);
    const kept = () => inWorkspace(actor.workspaceId, (tx) => tx.select().from(retentionRollups));
    expect((await kept()).map(({ returnEvent }) => returnEvent)).not.toContain('Event 7');
    advanceClock(8 * 24 * HOUR_MS);
    const last = RetentionQuery.parse({ start: 'Event 7' });
    await read(actor, last);
    expect(await kept()).toHaveLength(8);
    await workAll();
    const { kept: told, direct } = await compared(actor, last);
    expect(told).toEqual(direct);
    expect(await sizes(actor, last)).toEqual([]);
  });

  it('is nobody else’s', async () => {
    await shop();
    const { actor: stranger } = await freshWorkspace();
    expect(await sizes(stranger, monthly)).toEqual([]);
    expect(await inWorkspace(stranger.workspaceId, (tx) => tx.select().from(retentionRollups))).toHaveLength(
      1,
    );
  });
});
