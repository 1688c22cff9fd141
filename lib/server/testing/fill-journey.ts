// People put straight into a journey, many at once, for tests of what moves them.
import { customers, enrollments, identifiers } from '@/drizzle/schema';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';

interface Waiting {
  readonly nodeId: Id<'nod'>;
  readonly arrivedAt?: Date;
  readonly wakeAt?: Date | null;
  readonly version?: number;
}

/** Everybody has been through the trigger, in order of `waiting`; null `wakeAt` waits without a timer. */
export async function fillJourney(
  { workspaceId }: Actor,
  journeyId: Id<'jrn'>,
  waiting: readonly Waiting[],
): Promise<Id<'enr'>[]> {
  const createdAt = now();
  const people = waiting.map((person) => ({ ...person, customerId: newId('cus'), id: newId('enr') }));
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(customers).values(
      people.map(({ customerId }) => ({
        workspaceId,
        id: customerId,
        lane: laneOf(customerId),
        attributes: {},
        createdAt,
      })),
    );
    await tx.insert(identifiers).values(
      people.map(({ customerId }) => ({
        workspaceId,
        kind: 'email' as const,
        value: `${customerId}@shop.test`,
        customerId,
        createdAt,
      })),
    );
    await tx.insert(enrollments).values(
      people.map(({ id, customerId, nodeId, arrivedAt = createdAt, wakeAt = createdAt, version = 1 }) => ({
        ...{ workspaceId, id, journeyId, version, customerId, lane: laneOf(customerId), nodeId, key: '' },
        ...{ status: 'waiting' as const, visits: 2, enteredAt: arrivedAt, arrivedAt, wakeAt },
        trigger: { event: 'Signed Up', messageId: id, properties: {} },
      })),
    );
  });
  return people.map(({ id }) => id);
}
