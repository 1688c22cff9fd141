// What rendering needs to know about a batch, loaded with a handful of statements whatever its size.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { type Connections, loadConnections } from '../channels/load-connections';
import { rows, type Tx } from '../db/transaction';
import type { Claimed } from './claim';

interface Person {
  readonly id: Id<'cus'>;
  readonly attributes: JsonObject;
  /** The newest address of each kind. */
  readonly email: string | null;
  readonly phone: string | null;
}

export interface Facts {
  readonly workspace: { readonly id: Id<'wsp'>; readonly name: string; readonly locale: string };
  readonly connections: Connections;
  readonly people: ReadonlyMap<string, Person>;
  readonly journeyNames: ReadonlyMap<string, string>;
}

export async function loadFacts(tx: Tx, workspaceId: Id<'wsp'>, claimed: readonly Claimed[]): Promise<Facts> {
  const [workspace] = await rows<Facts['workspace']>(
    tx,
    sql`select workspace_id as id, name, locale from workspaces where workspace_id = ${workspaceId}`,
  );
  if (!workspace) throw new Error(`The workspace ${workspaceId} is gone.`);
  const people = await rows<Person>(tx, peopleQuery(workspaceId, unique(claimed, 'customerId')));
  const names = await rows<{ id: string; name: string }>(
    tx,
    sql`
      select id, name from journeys
      where workspace_id = ${workspaceId} and id = any (${sql.param(unique(claimed, 'journeyId'))}::text[])`,
  );
  return {
    workspace,
    connections: await loadConnections(tx, workspaceId),
    people: new Map(people.map((person) => [person.id, person])),
    journeyNames: new Map(names.map(({ id, name }) => [id, name])),
  };
}

function peopleQuery(workspaceId: Id<'wsp'>, ids: readonly string[]) {
  const newest = (kind: 'email' | 'phone') => sql`
    (select i.value from identifiers i
     where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = ${kind}
     order by i.created_at desc, i.value limit 1)`;
  return sql`
    select c.id, c.attributes, ${newest('email')} as email, ${newest('phone')} as phone
    from customers c where c.workspace_id = ${workspaceId} and c.id = any (${sql.param([...ids])}::text[])`;
}

function unique<Field extends 'customerId' | 'journeyId'>(
  claimed: readonly Claimed[],
  field: Field,
): string[] {
  return [...new Set(claimed.map((row) => row[field]))];
}
