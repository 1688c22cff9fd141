// A live journey that lets people in by signals, whatever its drawing says: for tests of who sends them.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Json } from '@/lib/core/json';
import type { Actor } from '../actor';
import { asSystem } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { welcomeDrawing } from './drawings';
import { unwrap } from './unwrap';

interface Entry {
  readonly signal: string;
  readonly nodeId: Id<'nod'>;
  /** Of the node in the document, where it has one. */
  readonly type?: string;
  readonly data?: Json;
}

export async function signalJourney(actor: Actor, ...entries: readonly Entry[]): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  unwrap(await publishJourney(actor, { id }));
  await letInBy(actor, id, ...entries);
  return id;
}

/** Versions never change in the product; here the owner of the tables does it. */
export async function letInBy(actor: Actor, id: Id<'jrn'>, ...entries: readonly Entry[]): Promise<void> {
  const rules = entries.map(({ signal, nodeId }) => ({
    ...{ nodeId, effect: 'enroll', on: 'signal', event: signal, filter: null, key: null, acceptsLate: true },
    ...{ label: '', ends: false },
  }));
  const nodes = entries.flatMap(({ nodeId, type, data = {} }) =>
    type === undefined ? [] : [{ id: nodeId, type, name: '', data }],
  );
  const steps = Object.fromEntries(
    entries.map(({ nodeId }) => [nodeId, { type: 'exit', data: {}, exits: {} }]),
  );
  await asSystem((tx) =>
    tx.execute(sql`
      update journey_versions set
        program = jsonb_set(program, '{rules}', program->'rules' || ${JSON.stringify(rules)}::jsonb)
          || jsonb_build_object('steps', program->'steps' || ${JSON.stringify(steps)}::jsonb),
        document = jsonb_set(document, '{nodes}', document->'nodes' || ${JSON.stringify(nodes)}::jsonb)
      where workspace_id = ${actor.workspaceId} and journey_id = ${id}`),
  );
}
