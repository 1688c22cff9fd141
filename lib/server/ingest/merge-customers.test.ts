// Everything of an anonymous customer arrives with the known one, and no worker sees any of it twice or never.
import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { consents, customers, decisions, enrollments, lanes, messages, outbox } from '@/drizzle/schema';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { newId } from '../new-id';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addDecision, addEnrollment, addEvent, addMessage } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { storeEvents } from './store-events';
import { storedEvents, storedPeople } from './testing/stored';

let actor: Actor;
let known: Id<'cus'>;
let anonymous: Id<'cus'>;

/** Two customers of different lanes, so that crossing lanes is what is tested. */
beforeEach(async () => {
  do {
    ({ actor } = await freshWorkspace());
    known = await addCustomer(actor, { 'user-id': 'u' }, { attributes: { city: 'Brno' } });
    const attributes = { city: 'Roma', plan: 'gold' };
    anonymous = await addCustomer(actor, { 'anonymous-id': 'a' }, { attributes });
  } while (laneOf(known) === laneOf(anonymous));
});

function read<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return inWorkspace(actor.workspaceId, work);
}

function merge() {
  const identify = { type: 'identify', userId: 'u', anonymousId: 'a', messageId: 'merge' };
  return storeEvents(actor.workspaceId, 'test', [identify], now());
}

async function liveJourney(): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

function setCursor(customerId: Id<'cus'>, cursor: number) {
  return read((tx) =>
    tx
      .update(lanes)
      .set({ cursor })
      .where(eq(lanes.lane, laneOf(customerId))),
  );
}

const nodeId = 'nod_wait' as const;

describe('mergeCustomers', () => {
  it('moves identifiers, retires the loser and fills only what the winner lacks', async () => {
    await merge();
    expect(await storedPeople(actor.workspaceId)).toEqual([['anonymous-id a', 'user-id u']]);
    const all = await read((tx) => tx.select().from(customers));
    expect(all.find(({ id }) => id === anonymous)).toMatchObject({ mergedInto: known });
    expect(all.find(({ id }) => id === known)).toMatchObject({
      mergedInto: null,
      attributes: { city: 'Brno', plan: 'gold' },
    });
  });

  it('moves enrollments, decisions, messages and what waits to be sent', async () => {
    const journey = await liveJourney();
    const enrollmentId = await addEnrollment(actor, { customer: anonymous, journey, nodeId });
    await addDecision(actor, { customer: anonymous, journey, nodeId, code: 'entered' });
    await addMessage(actor, { customer: anonymous, journey, nodeId });
    await merge();
    const [open] = await read((tx) => tx.select().from(enrollments).where(eq(enrollments.id, enrollmentId)));
    expect(open).toMatchObject({ customerId: known, lane: laneOf(known), status: 'waiting' });
    for (const table of [enrollments, decisions, messages, outbox]) {
      const owners = await read((tx) => tx.select({ customerId: table.customerId }).from(table));
      expect(owners.length).toBeGreaterThan(0);
      expect(new Set(owners.map(({ customerId }) => customerId))).toEqual(new Set([known]));
    }
  });

  it('ends the loser’s passage where the winner is in the same journey, and says why', async () => {
    const journey = await liveJourney();
    const lost = await addEnrollment(actor, { customer: anonymous, journey, nodeId });
    const kept = await addEnrollment(actor, { customer: known, journey, nodeId });
    await merge();
    const all = await read((tx) => tx.select().from(enrollments));
    expect(all.find(({ id }) => id === kept)).toMatchObject({ status: 'waiting', customerId: known });
    expect(all.find(({ id }) => id === lost)).toMatchObject({
      status: 'ended',
      endReason: 'customer-merged',
      wakeAt: null,
      customerId: known,
    });
    const [decision] = await read((tx) => tx.select().from(decisions));
    expect(decision).toMatchObject({ code: 'customer-merged', enrollmentId: lost, customerId: known });
  });

  it('keeps an opt-out, even where the other side agreed later', async () => {
    const consent = (
      customerId: Id<'cus'>,
      channel: 'email' | 'sms',
      state: 'opted-in' | 'opted-out',
      days: number,
    ) => ({
      ...{ workspaceId: actor.workspaceId, id: newId('cns'), customerId, channel, state },
      ...{ source: 'form', proof: {}, at: new Date(now().getTime() - days * 86_400_000) },
    });
    await read((tx) =>
      tx
        .insert(consents)
        .values([
          consent(anonymous, 'email', 'opted-out', 2),
          consent(known, 'email', 'opted-in', 1),
          consent(anonymous, 'sms', 'opted-out', 3),
          consent(anonymous, 'sms', 'opted-in', 2),
        ]),
    );
    await merge();
    const ledger = await read((tx) => tx.select().from(consents).orderBy(asc(consents.at)));
    expect(new Set(ledger.map(({ customerId }) => customerId))).toEqual(new Set([known]));
    expect(ledger.filter(({ channel }) => channel === 'email').at(-1)?.state).toBe('opted-out');
    expect(ledger.filter(({ channel }) => channel === 'sms').at(-1)?.state).toBe('opted-in');
  });
});

describe('events of merged customers', () => {
  let numbers: number[];

  beforeEach(async () => {
    numbers = [
      await addEvent(actor, anonymous, 'one'),
      await addEvent(actor, known, 'two'),
      await addEvent(actor, anonymous, 'three'),
    ];
  });

  /** What a worker of the winner's lane has still to see, in its order, and what lies elsewhere. */
  async function laneAfterMerge(): Promise<{ ahead: string[]; elsewhere: string[]; owners: Set<string> }> {
    await merge();
    const [lane] = await read((tx) =>
      tx
        .select()
        .from(lanes)
        .where(eq(lanes.lane, laneOf(known))),
    );
    const events = await storedEvents(actor.workspaceId);
    const isAhead = (event: (typeof events)[number]) => event.lane === lane?.lane && event.seq > lane.cursor;
    return {
      ahead: events.filter(isAhead).map(({ name }) => name),
      elsewhere: events.filter((event) => !isAhead(event)).map(({ name, seq }) => `${name} ${seq}`),
      owners: new Set(events.map(({ customerId }) => customerId)),
    };
  }

  it('wait in the winner’s lane in the order of acceptance', async () => {
    expect(await laneAfterMerge()).toEqual({
      ahead: ['one', 'two', 'three', 'Identified'],
      elsewhere: [],
      owners: new Set([known]),
    });
  });

  it('get new numbers where the winner’s lane is already further', async () => {
    await setCursor(known, numbers[2] ?? 0);
    expect(await laneAfterMerge()).toEqual({
      ahead: ['one', 'three', 'Identified'],
      elsewhere: [`two ${numbers[1]}`],
      owners: new Set([known]),
    });
  });

  it('stay where they are once a worker has seen them', async () => {
    await setCursor(anonymous, numbers[0] ?? 0);
    expect(await laneAfterMerge()).toEqual({
      ahead: ['two', 'three', 'Identified'],
      elsewhere: [`one ${numbers[0]}`],
      owners: new Set([known]),
    });
  });
});
