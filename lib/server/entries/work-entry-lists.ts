// Works off lists of people, a portion at a time: each row becomes a signal in the lane of whoever it names. Everything of a
// portion is one transaction, so a worker that dies leaves the list where it was.
import { and, eq, sql } from 'drizzle-orm';
import { entryLists } from '@/drizzle/schema';
import type { JourneyState } from '@/lib/core/api/journey';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import { asSystem, enterWorkspace, rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { lockWorkspace } from '../ingest/lock-workspace';
import { type Signal, sendSignals } from '../signals/send-signals';
import { findPeople } from './find-people';

const PORTION = 1_000;

interface OpenList {
  workspaceId: Id<'wsp'>;
  id: Id<'lst'>;
  journeyId: Id<'jrn'>;
  nodeId: Id<'nod'>;
  total: number;
  worked: number;
  unknown: number;
  state: JourneyState;
}

/** True when a portion was worked off; false when nothing waits. */
export function workEntryLists(): Promise<boolean> {
  return fault('entries.portion', () =>
    asSystem(async (tx) => {
      const list = await claimList(tx);
      if (!list) return false;
      await enterWorkspace(tx, list.workspaceId);
      if (list.state === 'archived') await endList(tx, list);
      else await workPortion(tx, list);
      return true;
    }),
  );
}

/** The oldest that is whole and that nobody works on. The list of a paused journey waits with it. */
async function claimList(tx: Tx): Promise<OpenList | null> {
  const [list] = await rows<OpenList>(
    tx,
    sql`
      select l.workspace_id as "workspaceId", l.id, l.journey_id as "journeyId", l.node_id as "nodeId", l.total, l.worked,
        l.unknown, j.state
      from entry_lists l join journeys j on j.workspace_id = l.workspace_id and j.id = l.journey_id
      where l.ended_at is null and l.total > 0 and j.state in ('live', 'archived')
      order by l.created_at limit 1 for update of l skip locked`,
  );
  return list ?? null;
}

async function workPortion(tx: Tx, list: OpenList): Promise<void> {
  const { workspaceId, id, worked, total } = list;
  const portion = await rows<{ position: number; person: string; properties: JsonObject }>(
    tx,
    sql`
      select position, person, properties from entry_list_rows
      where workspace_id = ${workspaceId} and list_id = ${id} and position > ${worked}
      order by position limit ${PORTION}`,
  );
  // Nobody is merged while it is held, so whoever is found is still there when the signals are written.
  await fault('entries.lock', () => lockWorkspace(tx, workspaceId));
  const names = portion.map(({ person }) => ({ kind: 'any', value: person }) as const);
  const people = await fault('entries.find-people', () => findPeople(tx, workspaceId, names));
  const signals = portion.flatMap(({ position, properties }, index): Signal[] => {
    const customerId = people[index];
    if (!customerId) return [];
    const target = { journey_id: list.journeyId, node_id: list.nodeId, list_id: id };
    const messageId = `list-entry:${id}:${position}`;
    return [{ customerId, name: 'list-entry', properties: { ...properties, ...target }, messageId }];
  });
  await fault('entries.signals', () => sendSignals(tx, workspaceId, signals));
  const last = portion.at(-1)?.position ?? total;
  const known = portion.flatMap(({ position }, index) => (people[index] ? [position] : []));
  await forget(tx, list, known);
  const isDone = last >= total;
  await update(tx, list, {
    worked: last,
    unknown: list.unknown + portion.length - known.length,
    endedAt: isDone ? now() : null,
  });
}

/** Rows of people we know have done what they were for; the others are kept to be looked at. */
async function forget(tx: Tx, { workspaceId, id }: OpenList, positions: readonly number[]): Promise<void> {
  await tx.execute(sql`
    delete from entry_list_rows
    where workspace_id = ${workspaceId} and list_id = ${id} and position = any (${sql.param([...positions])}::int[])`);
}

/** The journey was archived in between: nobody else is let in. */
async function endList(tx: Tx, list: OpenList): Promise<void> {
  const { workspaceId, id, worked } = list;
  await tx.execute(sql`
    delete from entry_list_rows
    where workspace_id = ${workspaceId} and list_id = ${id} and position > ${worked}`);
  await update(tx, list, { endedAt: now() });
}

async function update(
  tx: Tx,
  { workspaceId, id }: OpenList,
  change: Partial<typeof entryLists.$inferInsert>,
): Promise<void> {
  await tx
    .update(entryLists)
    .set(change)
    .where(and(eq(entryLists.workspaceId, workspaceId), eq(entryLists.id, id)));
}
