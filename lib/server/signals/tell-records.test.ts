// However many it is about, each is told once, and in the order given.

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { storeEvents } from '../ingest/store-events';
import { freshWorkspace } from '../testing/fresh-workspace';
import { tellRecords } from './tell-records';

const PEOPLE = ['ada', 'bea', 'cem', 'dag', 'eva'];

it('tells many in portions, nobody twice', async () => {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  const seen = PEOPLE.map((userId) => ({ type: 'track', event: 'Seen', userId, messageId: userId }));
  await storeEvents(workspaceId, 'test', seen, now());
  const told = await inWorkspace(workspaceId, async (tx) => {
    const people = await rows<{ id: Id<'cus'> }>(
      tx,
      sql`select customer_id as id from events where workspace_id = ${workspaceId} order by seq`,
    );
    const ids = people.map(({ id }) => id);
    await tellRecords(tx, workspaceId, ['journey jrn_a', 'journey *'], [...ids, ...ids], 2);
    const signals = await rows<{ id: Id<'cus'>; record: string }>(
      tx,
      sql`select customer_id as id, properties->>'record' as record from events
        where workspace_id = ${workspaceId} and type = 'signal' order by seq`,
    );
    return { ids, signals };
  });
  const of = (record: string) => told.ids.map((id) => ({ id, record }));
  expect(told.signals).toEqual([...of('journey jrn_a'), ...of('journey *')]);
});
