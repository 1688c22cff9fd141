// Triggers by date over a real database: who is let in, when, and how often.
import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { decisions } from '@/drizzle/schema';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { archiveJourney } from '../journeys/archive-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import {
  DAY,
  dayFromNow,
  entries,
  HOUR,
  identify,
  live,
  made,
  republish,
  walks,
} from '../testing/timed-journeys';
import { unwrap } from '../testing/unwrap';

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

  it('comes once a day, though its time is moved to later that day, and again the next year', async () => {
    const { actor } = await freshWorkspace();
    const day = dayFromNow(1);
    await addCustomer(actor, {}, { attributes: { born: day } });
    const id = await live(actor, 'date-trigger', { attribute: 'born', time: '09:00' });
    await drainEngine();
    advanceClock(DAY);
    await drainEngine();
    await republish(actor, id, 'date-trigger', { attribute: 'born', time: '18:00' });
    advanceClock(DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
    const [year, ...rest] = day.split('-');
    expect(await made(actor)).toMatchObject([{ occasion: [Number(year) + 1, ...rest].join('-') }]);
  });

  it('comes once to whoever moves west after it, and at once to whoever moves east past it', async () => {
    const { actor } = await freshWorkspace();
    const born = dayFromNow(2);
    for (const who of ['ada', 'bob']) await addCustomer(actor, { 'user-id': who }, { attributes: { born } });
    await identify(actor, 'ada', { timezone: 'Asia/Tokyo' });
    await identify(actor, 'bob', { timezone: 'America/Lima' });
    await live(actor, 'date-trigger', { attribute: 'born', time: '09:00' });
    await drainEngine();
    advanceClock(39 * HOUR);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
    await identify(actor, 'ada', { timezone: 'America/Lima' }, 'ada-2');
    await identify(actor, 'bob', { timezone: 'Asia/Tokyo' }, 'bob-2');
    await drainEngine();
    expect(await entries(actor)).toHaveLength(2);
    advanceClock(3 * DAY);
    await drainEngine();
    const entered = await inWorkspace(actor.workspaceId, (tx) =>
      tx.select().from(decisions).where(eq(decisions.code, 'entered')),
    );
    expect(entered).toHaveLength(2);
  });

  it('says of whom it cannot let in because what was told is no date', async () => {
    const { actor } = await freshWorkspace();
    const early = await addCustomer(actor, { 'user-id': 'ada' }, { attributes: { renews: 'soon' } });
    await addCustomer(actor, { 'user-id': 'eve' });
    await live(actor, 'date-trigger', { attribute: 'renews', repeats: 'once' });
    await drainEngine();
    await identify(actor, 'bob', { renews: 20_260_301 });
    await identify(actor, 'eve', { renews: dayFromNow(4) });
    await drainEngine();
    const said = await inWorkspace(actor.workspaceId, (tx) =>
      tx.select().from(decisions).where(eq(decisions.code, 'trigger-date-unusable')).orderBy(decisions.seq),
    );
    expect(said).toMatchObject([
      {
        customerId: early,
        nodeId: 'nod_in',
        enrollmentId: null,
        inputs: { attribute: 'renews', value: 'soon' },
      },
      { nodeId: 'nod_in', inputs: { attribute: 'renews', value: 20_260_301 } },
    ]);
  });
});
