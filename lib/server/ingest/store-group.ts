// Stores the events of several requests in one transaction. Events of a workspace are stored one transaction at a time,
// in every process: so `events.seq` rises in the order of commits and a reader of "seq > last" never misses one.
import type { Id } from '@/lib/core/id';
import { inWorkspace, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { newId } from '../new-id';
import { CustomerGraph } from './customer-graph';
import { deduplicate, type SourcedEvent } from './deduplicate';
import { type EventRefusal, remark } from './event-refusal';
import { findKinds, findKnown, type Known } from './find-known';
import { customersInQuestion, identifiersOf, place } from './identity';
import { workspaceLock } from './lock-workspace';
import { lockLanes, mergeCustomers } from './merge-customers';
import { type PlacedEvent, writeGroup } from './write-group';

export interface EventOutcome {
  readonly status: 'stored' | 'duplicate' | 'refused';
  readonly remark: EventRefusal | null;
}

type Workspace = Id<'wsp'>;

/** One outcome for each event that `take` gives, in the same order. */
export function storeGroup(
  workspaceId: Workspace,
  take: () => readonly SourcedEvent[],
): Promise<EventOutcome[]> {
  return fault('ingest.commit', () =>
    inWorkspace(workspaceId, (tx) => store(tx, workspaceId, take()), workspaceLock(workspaceId)),
  );
}

async function store(
  tx: Tx,
  workspaceId: Workspace,
  events: readonly SourcedEvent[],
): Promise<EventOutcome[]> {
  if (events.length === 0) return [];
  const keys = events.map(({ source, event }) => ({ source, messageId: event.messageId }));
  const identifiers = identifiersOf(events.map(({ event }) => event.claim));
  const known = await fault('ingest.find-known', () => findKnown(tx, workspaceId, keys, identifiers));
  const verdicts = deduplicate(events, known.messages);
  const fresh = events.filter((_, index) => verdicts[index]?.duplicate === null);
  const remarks = fresh.length === 0 ? [] : await storeFresh(tx, workspaceId, fresh, known);
  return verdicts.map(({ duplicate }) =>
    duplicate
      ? { status: 'duplicate', remark: duplicate }
      : { status: 'stored', remark: remarks.shift() ?? null },
  );
}

/** One remark for each event, null where there is nothing to say. */
async function storeFresh(
  tx: Tx,
  workspaceId: Workspace,
  events: readonly SourcedEvent[],
  { owners }: Known,
): Promise<(EventRefusal | null)[]> {
  const claims = events.map(({ event }) => event.claim);
  const graph = new CustomerGraph(owners, () => newId('cus'));
  const questioned = customersInQuestion(graph, claims);
  graph.learnKinds(await fault('ingest.find-kinds', () => findKinds(tx, workspaceId, questioned)));
  const placements = claims.map((claim) => place(graph, claim));
  const { created, merges, assigned } = graph.changes();
  const placed: PlacedEvent[] = events.map((sourced, index) => {
    const { customerId } = placements[index] ?? missing();
    return { ...sourced, customerId: graph.survivor(customerId) };
  });
  const at = new Date(Math.max(...events.map(({ event }) => event.receivedAt)));
  await fault('ingest.lock-lanes', () => lockLanes(tx, workspaceId, merges));
  const rows = { created, assigned, events: placed };
  await fault('ingest.write', () => writeGroup(tx, workspaceId, rows, at));
  await mergeCustomers(tx, workspaceId, merges, at);
  return placements.map(({ isAliasRefused }, index) =>
    isAliasRefused ? aliasRefused() : (events[index]?.event.remark ?? null),
  );
}

function aliasRefused(): EventRefusal {
  return remark(
    'alias-not-merged',
    'The previousId belongs to a customer with a userId of their own; the call was stored, nothing was merged.',
    'previousId',
  );
}

function missing(): never {
  throw new Error('Every event is placed.');
}
