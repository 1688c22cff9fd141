// Dates and schedules over a real database: who is let in, when, how often, whatever breaks in between.
import { and, asc, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appointments, customers, decisions, enrollments, sweeps } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import { type JsonObject, valueAt } from '@/lib/core/json';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { plantFaults } from '../fault';
import { storeEvents } from '../ingest/store-events';
import { archiveJourney } from '../journeys/archive-journey';
import { createJourney } from '../journeys/create-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { publishJourney } from '../journeys/publish-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { saveDraft } from '../journeys/save-draft';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { workSweeps } from './work-sweeps';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

afterEach(() => plantFaults(undefined));

function drawing(type: string, data: object, settings: object = { reentry: 'unlimited' }) {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type, data },
      { id: 'nod_set', type: 'set-attribute', data: { attribute: 'met', value: true } },
    ],
    edges: [{ from: 'nod_in', exit: 'next', to: 'nod_set' }],
    settings,
  });
}

async function live(actor: Actor, type: string, data: object): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: 'Timed', document: drawing(type, data) }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

async function republish(actor: Actor, id: Id<'jrn'>, type: string, data: object) {
  unwrap(await saveDraft(actor, { id, document: drawing(type, data) }));
  unwrap(await publishJourney(actor, { id }));
}

const made = (actor: Actor) =>
  inWorkspace(actor.workspaceId, (tx) => tx.select().from(appointments).orderBy(asc(appointments.dueAt)));

const entries = (actor: Actor) =>
  inWorkspace(actor.workspaceId, (tx) => tx.select().from(enrollments).orderBy(asc(enrollments.enteredAt)));

const walks = (actor: Actor) =>
  inWorkspace(actor.workspaceId, (tx) => tx.select().from(sweeps).orderBy(asc(sweeps.startsAt)));

/** The day so many days from now, as a date. */
const dayFromNow = (days: number) => new Date(now().getTime() + days * DAY).toISOString().slice(0, 10);

/** Today's wall clock in UTC, so many hours on. */
const clockFromNow = (hours: number) => new Date(now().getTime() + hours * HOUR).toISOString().slice(11, 16);

function identify(actor: Actor, userId: string, traits: JsonObject, messageId: string = userId) {
  return storeEvents(actor.workspaceId, 'test', [{ type: 'identify', messageId, userId, traits }], now());
}

async function crowd(actor: Actor, people: number, attributes: (index: number) => JsonObject) {
  const rows = Array.from({ length: people }, (_, index) => ({
    workspaceId: actor.workspaceId,
    id: `cus_${String(index).padStart(6, '0')}` as const,
    lane: index % 16,
    attributes: attributes(index),
    createdAt: now(),
  }));
  await inWorkspace(actor.workspaceId, async (tx) => {
    for (let start = 0; start < rows.length; start += 1000)
      await tx.insert(customers).values(rows.slice(start, start + 1000));
  });
}

// Which day it is where depends on the hour: every run begins at the same one.
beforeEach(() => setNow('2026-03-01T10:00:00Z'));

describe('a trigger by date', () => {
  it('meets customers who were there before it, and those who come or change later', async () => {
    const { actor } = await freshWorkspace();
    const early = await addCustomer(actor, { 'user-id': 'ada' }, { attributes: { renews: dayFromNow(2) } });
    await addCustomer(actor, { 'user-id': 'odd' }, { attributes: { renews: 'soon' } });
    await live(actor, 'date-trigger', { attribute: 'renews', repeats: 'once', time: '12:00' });
    await drainEngine();
    expect(await made(actor)).toMatchObject([{ customerId: early, occasion: dayFromNow(2) }]);
    await identify(actor, 'bob', { renews: dayFromNow(1) });
    await identify(actor, 'ada', { renews: dayFromNow(5) }, 'ada-2');
    await drainEngine();
    expect((await made(actor)).map(({ occasion }) => occasion)).toEqual([dayFromNow(1), dayFromNow(5)]);
    await identify(actor, 'ada', { renews: null }, 'ada-3');
    await drainEngine();
    expect(await made(actor)).toHaveLength(1);
    advanceClock(2 * DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
    expect(await made(actor)).toEqual([]);
  });

  it('comes every year on the customer’s clock, and counts a zone nobody knows as a warning', async () => {
    const { actor } = await freshWorkspace();
    const day = dayFromNow(3);
    await addCustomer(actor, {}, { attributes: { born: day, timezone: 'Asia/Tokyo' } });
    await addCustomer(actor, {}, { attributes: { born: day, timezone: 'Mars/Olympus' } });
    await live(actor, 'date-trigger', { attribute: 'born', time: '09:00' });
    await drainEngine();
    expect((await made(actor)).map(({ dueAt }) => dueAt.toISOString())).toEqual([
      `${day}T00:00:00.000Z`,
      `${day}T09:00:00.000Z`,
    ]);
    advanceClock(4 * DAY);
    await drainEngine();
    expect((await entries(actor)).map(({ status }) => status)).toEqual(['ended', 'ended']);
    const years = (await made(actor)).map(({ occasion }) => Number(occasion.slice(0, 4)));
    expect(years).toEqual([Number(day.slice(0, 4)) + 1, Number(day.slice(0, 4)) + 1]);
    const warned = await inWorkspace(actor.workspaceId, (tx) =>
      tx
        .select({ count: sql<number>`count(*)::int` })
        .from(decisions)
        .where(and(eq(decisions.code, 'entered'), sql`inputs->>'unknownZone' = 'Mars/Olympus'`)),
    );
    expect(warned).toEqual([{ count: 1 }]);
  });

  it('is made anew where it was changed, kept where it was not, and gone with the journey', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, {}, { attributes: { renews: dayFromNow(9) } });
    const data = { attribute: 'renews', repeats: 'once', time: '12:00' };
    const id = await live(actor, 'date-trigger', data);
    await drainEngine();
    const [before] = await made(actor);
    await republish(actor, id, 'date-trigger', { ...data, offset: { days: 7, direction: 'before' } });
    expect(await made(actor)).toEqual([]);
    await drainEngine();
    const [after] = await made(actor);
    expect((before?.dueAt.getTime() ?? 0) - (after?.dueAt.getTime() ?? 0)).toBe(7 * DAY);
    unwrap(await pauseJourney(actor, { id }));
    unwrap(await resumeJourney(actor, { id }));
    await drainEngine();
    expect(await made(actor)).toEqual([after]);
    unwrap(await archiveJourney(actor, { id }));
    expect([await made(actor), await walks(actor)]).toEqual([[], []]);
  });
});

describe('a schedule', () => {
  it('lets everybody in at one moment on the workspace’s clock, and goes on to the next time', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, {}, { attributes: { timezone: 'Asia/Tokyo' } });
    await addCustomer(actor, {});
    await live(actor, 'schedule-trigger', { every: 'day', time: clockFromNow(2), zone: 'workspace' });
    await drainEngine();
    expect(await entries(actor)).toEqual([]);
    advanceClock(2 * HOUR);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(2);
    await addCustomer(actor, {});
    advanceClock(DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(5);
    const open = (await walks(actor)).filter(({ endedAt }) => endedAt === null);
    expect(open).toHaveLength(1);
    expect(open[0]?.startsAt.getTime()).toBeGreaterThan(now().getTime());
  });

  it('skips what had been when it was published, and happens once where it is to', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, {});
    const zone = 'workspace';
    await live(actor, 'schedule-trigger', { kind: 'once', date: dayFromNow(-1), time: '09:00', zone });
    await live(actor, 'schedule-trigger', { kind: 'once', date: dayFromNow(1), time: '09:00', zone });
    advanceClock(5 * DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
  });

  it('judges its filter when the time has come', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, { 'user-id': 'ada' }, { attributes: { vip: true } });
    await addCustomer(actor, { 'user-id': 'bob' }, { attributes: { vip: true } });
    const filter = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'equals', value: true };
    const data = { kind: 'once', date: dayFromNow(2), time: '12:00', zone: 'customer', filter };
    await live(actor, 'schedule-trigger', data);
    await drainEngine();
    advanceClock(DAY);
    await drainEngine();
    await identify(actor, 'bob', { vip: false });
    advanceClock(3 * DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
  });

  it('meets each customer once a day on their own clock, from Samoa to Kiritimati', async () => {
    const { actor } = await freshWorkspace();
    const zones = [
      'Pacific/Pago_Pago',
      'America/New_York',
      'Europe/Prague',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
    ];
    for (const timezone of zones) await addCustomer(actor, {}, { attributes: { timezone } });
    const first = dayFromNow(2);
    const id = await live(actor, 'schedule-trigger', { every: 'day', time: '09:00', zone: 'customer' });
    // A day is longer around the earth than between two occasions.
    for (let hours = 0; hours < 6 * 24; hours += 1) {
      advanceClock(HOUR);
      await drainEngine();
    }
    unwrap(await pauseJourney(actor, { id }));
    const seen = new Map<string, Set<string>>();
    for (const { customerId, trigger } of await entries(actor)) {
      const days = seen.get(customerId) ?? new Set<string>();
      const occasion = String(valueAt(trigger, ['properties', 'occasion']));
      expect(days.has(occasion)).toBe(false);
      seen.set(customerId, days.add(occasion));
    }
    expect(seen.size).toBe(zones.length);
    for (const days of seen.values()) {
      for (let day = 0; day < 3; day += 1) {
        const date = new Date(Date.parse(first) + day * DAY).toISOString().slice(0, 10);
        expect([...days]).toContain(`${date}T09:00`);
      }
    }
  });

  it('sends no backlog after a pause', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, {});
    const time = clockFromNow(1);
    const id = await live(actor, 'schedule-trigger', { every: 'day', time, zone: 'workspace' });
    await drainEngine();
    unwrap(await pauseJourney(actor, { id }));
    advanceClock(14 * DAY);
    await drainEngine();
    unwrap(await resumeJourney(actor, { id }));
    await drainEngine();
    expect(await entries(actor)).toEqual([]);
    advanceClock(DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
  });
});

describe('a walk', () => {
  const PEOPLE = 2_500;
  const zones = Intl.supportedValuesOf('timeZone');
  const zoneOf = (index: number) =>
    index % 1000 === 7 ? 'Mars/Olympus' : (zones[index % zones.length] ?? 'UTC');

  it('leaves nobody out, one zone in a thousand unknown, and lets events through in between', async () => {
    const { actor } = await freshWorkspace();
    await crowd(actor, PEOPLE, (index) => ({ timezone: zoneOf(index) }));
    const data = { kind: 'once', date: dayFromNow(2), time: '12:00', zone: 'customer' };
    await live(actor, 'schedule-trigger', data);
    advanceClock(36 * HOUR);
    // Other workspaces may have walks of their own.
    while ((await made(actor)).length === 0) expect(await workSweeps()).toBe(true);
    expect(await made(actor)).toHaveLength(1_000);
    await drainEngine();
    advanceClock(3 * DAY);
    await drainEngine();
    const entered = await entries(actor);
    expect(new Set(entered.map(({ customerId }) => customerId)).size).toBe(PEOPLE);
    expect(entered).toHaveLength(PEOPLE);
  });

  it('loses and repeats nothing wherever it is interrupted', async () => {
    const { actor } = await freshWorkspace();
    await crowd(actor, PEOPLE, () => ({ renews: dayFromNow(3) }));
    await live(actor, 'date-trigger', { attribute: 'renews', repeats: 'once', time: '12:00' });
    const broken = new Set<string>();
    plantFaults((name) => {
      if (!name.startsWith('sweep.') || broken.has(name)) return undefined;
      const fail = () => {
        broken.add(name);
        throw new Error(`killed at ${name}`);
      };
      return name === 'sweep.commit' ? { before: fail } : { after: fail };
    });
    let failures = 0;
    for (let isWorked = true; isWorked; ) {
      isWorked = await workSweeps().catch(() => {
        failures += 1;
        return true;
      });
    }
    expect(failures).toBe(5);
    expect(await made(actor)).toHaveLength(PEOPLE);
  });

  it('goes over its own workspace only', async () => {
    const { actor } = await freshWorkspace();
    const other = await freshWorkspace();
    await addCustomer(other.actor, {}, { attributes: { renews: dayFromNow(3) } });
    await live(actor, 'date-trigger', { attribute: 'renews', time: '12:00' });
    await drainEngine();
    expect(await made(other.actor)).toEqual([]);
  });
});
