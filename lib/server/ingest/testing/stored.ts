// What is in the database after a test sent something.
import { asc } from 'drizzle-orm';
import { customers, events, identifiers } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../../db/transaction';

export type StoredEvent = typeof events.$inferSelect;

/** In order of acceptance. */
export function storedEvents(workspaceId: Id<'wsp'>): Promise<StoredEvent[]> {
  return inWorkspace(workspaceId, (tx) => tx.select().from(events).orderBy(asc(events.seq)));
}

export function storedCustomers(workspaceId: Id<'wsp'>) {
  return inWorkspace(workspaceId, (tx) => tx.select().from(customers).orderBy(asc(customers.id)));
}

/** Each living customer's identifiers, as sorted texts. */
export async function storedPeople(workspaceId: Id<'wsp'>): Promise<string[][]> {
  const all = await inWorkspace(workspaceId, (tx) => tx.select().from(identifiers));
  const people = new Map<string, string[]>();
  for (const { customerId, kind, value } of all) {
    people.set(customerId, [...(people.get(customerId) ?? []), `${kind} ${value}`]);
  }
  return [...people.values()].map((person) => person.sort()).sort();
}
