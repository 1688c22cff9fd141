// Merges while workers are at it: every event is worked exactly once, for whoever it belongs to in the end.
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decisions, enrollments } from '@/drizzle/schema';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { serveBatch } from '../engine/serve-batch';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { storeEvents } from './store-events';
import { storedCustomers, storedEvents } from './testing/stored';

const PEOPLE = 40;

/** Enters at every "A" and leaves at once. */
const PASS_THROUGH = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_start', type: 'event-trigger', data: { event: 'A' } },
    { id: 'nod_end', type: 'exit', data: {} },
  ],
  edges: [{ from: 'nod_start', exit: 'next', to: 'nod_end' }],
  settings: { reentry: 'unlimited' },
});

/** Events of devices and of people, and now and then one that makes a device somebody's. */
function stream(seed: number): JsonObject[][] {
  const anyPerson = fc.integer({ min: 0, max: PEOPLE - 1 });
  const event = fc.record({ person: anyPerson, how: fc.constantFrom('device', 'person', 'both') });
  const [batches = []] = fc.sample(
    fc.array(fc.array(event, { minLength: 5, maxLength: 40 }), { minLength: 30 }),
    {
      numRuns: 1,
      seed,
    },
  );
  return batches.map((batch) =>
    batch.map(({ person, how }) => ({
      type: 'track',
      event: 'A',
      userId: how === 'device' ? null : `u${person}`,
      anonymousId: how === 'person' ? null : `a${person}`,
    })),
  );
}

it('every event enters its journey exactly once', async () => {
  const { workspaceId, actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Pass', document: PASS_THROUGH }));
  unwrap(await publishJourney(actor, { id }));
  const batches = stream(7);
  let isOver = false;
  const work = async () => {
    while (!isOver || (await serveBatch())) await serveBatch();
  };
  const workers = [work(), work()];
  for (const batch of batches) await storeEvents(workspaceId, 's', batch, now());
  isOver = true;
  await Promise.all(workers);
  const events = await storedEvents(workspaceId);
  const entered = await inWorkspace(workspaceId, (tx) =>
    tx
      .select({ customerId: decisions.customerId, trigger: enrollments.trigger })
      .from(decisions)
      .innerJoin(enrollments, eq(enrollments.id, decisions.enrollmentId))
      .where(eq(decisions.code, 'entered')),
  );
  expect(events).toHaveLength(batches.flat().length);
  const customers = await storedCustomers(workspaceId);
  expect(customers.filter(({ mergedInto }) => mergedInto !== null).length).toBeGreaterThan(5);
  const pairs = (list: { customerId: string; id: unknown }[]) =>
    list.map((one) => `${one.customerId} ${one.id}`).sort();
  expect(pairs(entered.map(({ customerId, trigger }) => ({ customerId, id: trigger.messageId })))).toEqual(
    pairs(events.map(({ customerId, messageId }) => ({ customerId, id: messageId }))),
  );
});
