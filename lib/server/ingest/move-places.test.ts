// What customers hold one of, and what they were given, arrives with whoever remains after a merge.
import { beforeEach, expect, it } from 'vitest';
import { appointments, couponPools, coupons, segmentMembers, segments, tasks } from '@/drizzle/schema';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { inWorkspace, type Tx } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { aSegment } from '../testing/a-segment';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEnrollment } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { storeEvents } from './store-events';

const [early, late] = [new Date('2026-01-01T10:00:00Z'), new Date('2026-03-01T10:00:00Z')];
let actor: Actor;
let known: Id<'cus'>;
let anonymous: Id<'cus'>;

/** Two customers of different lanes, so that crossing lanes is what is tested. */
beforeEach(async () => {
  do {
    ({ actor } = await freshWorkspace());
    known = await addCustomer(actor, { 'user-id': 'u' });
    anonymous = await addCustomer(actor, { 'anonymous-id': 'a' });
  } while (laneOf(known) === laneOf(anonymous));
});

const write = <Value>(work: (tx: Tx) => Promise<Value>) => inWorkspace(actor.workspaceId, work);

async function liveJourney(): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

function merge() {
  const identify = { type: 'identify', userId: 'u', anonymousId: 'a', messageId: 'merge' };
  return storeEvents(actor.workspaceId, 'test', [identify], late);
}

it('keeps each segment once, since the earlier of both entries', async () => {
  const { workspaceId } = actor;
  const member = (segmentId: Id<'seg'>, customerId: Id<'cus'>, enteredAt: Date) => ({
    ...{ workspaceId, segmentId, customerId, enteredAt, enteredSeq: 0, enteredTurn: 0 },
  });
  await write(async (tx) => {
    const named = (['seg_both', 'seg_lost'] as const).map((id) => aSegment(workspaceId, id));
    await tx.insert(segments).values(named);
    await tx
      .insert(segmentMembers)
      .values([
        member('seg_both', known, late),
        member('seg_both', anonymous, early),
        member('seg_lost', anonymous, late),
      ]);
  });
  await merge();
  const kept = await write((tx) => tx.select().from(segmentMembers).orderBy(segmentMembers.segmentId));
  expect(kept).toEqual([member('seg_both', known, early), member('seg_lost', known, late)]);
});

it('keeps the winner’s appointment, and brings along those the winner lacks', async () => {
  const { workspaceId } = actor;
  const journeyId = await liveJourney();
  const appointment = (customerId: Id<'cus'>, nodeId: Id<'nod'>, dueAt: Date) => ({
    ...{ workspaceId, journeyId, nodeId, customerId, lane: laneOf(customerId), dueAt, occasion: 'once' },
  });
  await write((tx) =>
    tx
      .insert(appointments)
      .values([
        appointment(known, 'nod_both', late),
        appointment(anonymous, 'nod_both', early),
        appointment(anonymous, 'nod_lost', early),
      ]),
  );
  await merge();
  const kept = await write((tx) => tx.select().from(appointments).orderBy(appointments.nodeId));
  expect(kept).toEqual([appointment(known, 'nod_both', late), appointment(known, 'nod_lost', early)]);
});

it('brings coupons and tasks along', async () => {
  const { workspaceId } = actor;
  const journeyId = await liveJourney();
  const nodeId = 'nod_wait' as const;
  const enrollmentId = await addEnrollment(actor, { customer: anonymous, journey: journeyId, nodeId });
  const poolId = 'cpl_1' as const;
  await write(async (tx) => {
    await tx.insert(couponPools).values({ workspaceId, id: poolId, name: 'Tea', createdAt: early });
    const issued = { key: 'k', customerId: anonymous, issuedAt: early };
    await tx.insert(coupons).values({ workspaceId, poolId, code: 'TEA', createdAt: early, ...issued });
    const passage = { customerId: anonymous, journeyId, enrollmentId, nodeId };
    const call = { id: 'tsk_1', key: 'k', team: 'sales', title: 'Call', note: '', status: 'open' } as const;
    await tx.insert(tasks).values({ workspaceId, ...passage, ...call, createdAt: early });
  });
  await merge();
  expect(await write((tx) => tx.select().from(coupons))).toMatchObject([{ customerId: known, key: 'k' }]);
  expect(await write((tx) => tx.select().from(tasks))).toMatchObject([{ customerId: known, status: 'open' }]);
});
