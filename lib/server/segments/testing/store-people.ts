// People of a property test put into the tables, each with all that a condition may look at.
import { customers, events, products, segmentMembers, segments } from '@/drizzle/schema';
import type { Facts, Product } from '@/lib/core/condition/evaluate';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import { inWorkspace, type Tx } from '../../db/transaction';
import { newId } from '../../new-id';
import { storeJourneys, storeRecords } from './store-records';

export interface Person {
  readonly id: Id<'cus'>;
  readonly facts: Facts;
}

const AT = new Date(0);

/** @returns them with their ids, in the order in which they were drawn */
export function storePeople(
  workspaceId: Id<'wsp'>,
  drawn: readonly Facts[],
  catalogue: ReadonlyMap<string, Product>,
): Promise<Person[]> {
  return inWorkspace(workspaceId, async (tx) => {
    await storeShop(tx, workspaceId, catalogue);
    await storeJourneys(tx, workspaceId);
    const people = drawn.map((facts) => ({ id: newId('cus'), facts }));
    if (people.length === 0) return people;
    await tx.insert(customers).values(
      people.map(({ id, facts: { attributes } }) => ({
        ...{ workspaceId, id, attributes, lane: laneOf(id), createdAt: AT },
      })),
    );
    await storeEvents(tx, workspaceId, people);
    await storeMembers(tx, workspaceId, people);
    await storeRecords(tx, workspaceId, people);
    return people;
  });
}

async function storeShop(tx: Tx, workspaceId: Id<'wsp'>, catalogue: ReadonlyMap<string, Product>) {
  const ids = ['seg_a', 'seg_b'] as const;
  const named = ids.map((id) => ({ workspaceId, id, name: id, createdAt: AT, updatedAt: AT }));
  await tx.insert(segments).values(named);
  const sold = [...catalogue].map(([sku, product]) => ({
    ...{ ...product, workspaceId, sku, name: sku, category: '', updatedAt: AT },
  }));
  if (sold.length > 0) await tx.insert(products).values(sold);
}

/** Of each person a signal as well, that no condition may count. */
async function storeEvents(tx: Tx, workspaceId: Id<'wsp'>, people: readonly Person[]) {
  const rows = people.flatMap(({ id: customerId, facts: { past = [] } }) =>
    past.flatMap(({ name, properties, at, receivedAt }) =>
      (['track', 'signal'] as const).map((type) => ({
        ...{ workspaceId, customerId, type, name, properties, lane: laneOf(customerId) },
        ...{ source: type, messageId: newId('obx'), bodyHash: '', traits: {}, context: {} },
        ...{ occurredAt: new Date(at), receivedAt: new Date(receivedAt) },
      })),
    ),
  );
  if (rows.length > 0) await tx.insert(events).values(rows);
}

async function storeMembers(tx: Tx, workspaceId: Id<'wsp'>, people: readonly Person[]) {
  const rows = people.flatMap(({ id: customerId, facts }) =>
    [...(facts.segments ?? [])].map((segmentId) => ({
      // Only drawn from ids of segments.
      ...{ workspaceId, customerId, segmentId: segmentId as Id<'seg'>, enteredAt: AT },
    })),
  );
  if (rows.length > 0) await tx.insert(segmentMembers).values(rows);
}
