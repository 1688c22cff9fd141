// Saving the sending rules and a journey's priority: who, what for, and never for another workspace.
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditLog } from '@/drizzle/schema';
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { findDelivery } from './find-delivery';
import { saveDelivery } from './save-delivery';
import { setPriority } from './set-priority';
import { liveJourney, queueSend, setJourneyState, writtenFor } from './testing/queue-sends';
import { night, oneADay } from './testing/set-rules';
import { unknownZones } from './unknown-zones';

const trailOf = ({ workspaceId }: Actor, action: string) =>
  inWorkspace(workspaceId, (tx) => tx.select().from(auditLog).where(eq(auditLog.action, action)));

it('saves the rules of one workspace, and who changed what', async () => {
  const { actor } = await freshWorkspace();
  const { actor: stranger } = await freshWorkspace();
  const nothing = DeliveryPolicy.parse({});
  expect(unwrap(await findDelivery(actor))).toEqual(nothing);
  const rules = DeliveryPolicy.parse({ caps: [oneADay], quietHours: night, holdoutPercent: 5 });
  expect(unwrap(await saveDelivery(actor, rules))).toEqual(rules);
  expect(unwrap(await findDelivery(actor))).toEqual(rules);
  expect(unwrap(await findDelivery(stranger))).toEqual(nothing);
  expect(await trailOf(actor, 'sending-rules.saved')).toMatchObject([
    { actor: expect.stringContaining('Olive Owner'), detail: { before: nothing, after: rules } },
  ]);
});

it('sets a priority at once, also for what waits, and only for a journey of one’s own', async () => {
  const { actor } = await freshWorkspace();
  const { actor: stranger } = await freshWorkspace();
  const stage = await liveJourney(actor);
  const { journeyId: id } = stage;
  const queued = await queueSend(stage, 'send-email');
  expect(unwrap(await setPriority(actor, { id, priority: 7 }))).toEqual({ id, priority: 7 });
  expect(unwrap(await setPriority(actor, { id, priority: 7 }))).toEqual({ id, priority: 7 });
  expect((await writtenFor(stage, queued)).row?.priority).toBe(7);
  expect(await trailOf(actor, 'journey.priority-set')).toMatchObject([{ detail: { before: 0, after: 7 } }]);
  expect(await setPriority(stranger, { id, priority: 9 })).toMatchObject({ refusal: { code: 'not-found' } });
  await setJourneyState(stage, 'archived');
  expect(await setPriority(actor, { id, priority: 9 })).toMatchObject({
    refusal: { code: 'journey-archived' },
  });
  expect((await writtenFor(stage, queued)).row?.priority).toBe(7);
});

it('counts customers whose zone nobody knows', async () => {
  const { actor } = await freshWorkspace();
  const { actor: stranger } = await freshWorkspace();
  const zones = ['Mars/Olympus', 'Mars/Olympus', 'Europe/Prague', '', 7, null];
  for (const timezone of zones) await addCustomer(actor, {}, { attributes: { timezone } });
  await addCustomer(actor, {});
  expect(unwrap(await unknownZones(actor))).toEqual({
    customers: 3,
    zones: [
      { zone: 'Mars/Olympus', customers: 2 },
      { zone: '7', customers: 1 },
    ],
  });
  expect(unwrap(await unknownZones(stranger))).toEqual({ customers: 0, zones: [] });
});
