// Stores the events of several requests in one transaction. Events of a workspace are stored one transaction at a time,
// in every process: so `events.seq` rises in the order of commits and a reader of "seq > last" never misses one.
import type { Id } from '@/lib/core/id';
import { inWorkspace, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { newId } from '../new-id';
import { CustomerGraph } from './customer-graph';
import { deduplicate, type SourcedEvent } from './deduplicate';
import { type EventRefusal, remark } from './event-refusal';
import { findKinds, findOwners, findStored } from './find-known';
import { customersInQuestion, identifiersOf, place } from './identity';
import { lockWorkspace } from './lock-workspace';
import { lockLanes, mergeCustomers } from './merge-customers';
import { assignIdentifiers, createCustomers, insertEvents, type PlacedEvent } from './write-group';

export interface EventOutcome {
  readonly status: 'stored' | 'duplicate' | 'refused';
  readonly remark: EventRefusal | null;
}

type Workspace = Id<'wsp'>;

/** One outcome for each event, in the same order. */
export function storeGroup(workspaceId: Workspace, events: readonly SourcedEvent[]): Promise<EventOutcome[]> {
  return fault('ingest.commit', () => inWorkspace(workspaceId, (tx) => store(tx, workspaceId, events)));
}

async function store(
  tx: Tx,
  workspaceId: Workspace,
  events: readonly SourcedEvent[],
): Promise<EventOutcome[]> {
  await fault('ingest.lock', () => lockWorkspace(tx, workspaceId));
  const keys = events.map(({ source, event }) => ({ source, messageId: event.messageId }));
  const stored = await fault('ingest.find-stored', () => findStored(tx, workspaceId, keys));
  const verdicts = deduplicate(events, stored);
  const fresh = events.filter((_, index) => verdicts[index]?.duplicate === null);
  const remarks = await storeFresh(tx, workspaceId, fresh);
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
): Promise<(EventRefusal | null)[]> {
  if (events.length === 0) return [];
  const graph = await loadGraph(tx, workspaceId, events);
  const placements = events.map(({ event }) => place(graph, event.claim));
  const { created, merges, assigned } = graph.changes();
  const placed: PlacedEvent[] = events.map((sourced, index) => {
    const { customerId } = placements[index] ?? missing();
    return { ...sourced, customerId: graph.survivor(customerId) };
  });
  const at = new Date(Math.max(...events.map(({ event }) => event.receivedAt)));
  await fault('ingest.lock-lanes', () => lockLanes(tx, workspaceId, merges));
  await fault('ingest.create-customers', () => createCustomers(tx, workspaceId, created, at));
  await mergeCustomers(tx, workspaceId, merges, at);
  await fault('ingest.assign-identifiers', () => assignIdentifiers(tx, workspaceId, assigned, at));
  await fault('ingest.insert-events', () => insertEvents(tx, workspaceId, placed));
  return placements.map(({ isAliasRefused }, index) =>
    isAliasRefused ? aliasRefused() : (events[index]?.event.remark ?? null),
  );
}

async function loadGraph(
  tx: Tx,
  workspaceId: Workspace,
  events: readonly SourcedEvent[],
): Promise<CustomerGraph> {
  const claims = events.map(({ event }) => event.claim);
  const known = await fault('ingest.find-owners', () => findOwners(tx, workspaceId, identifiersOf(claims)));
  const graph = new CustomerGraph(known, () => newId('cus'));
  const questioned = customersInQuestion(graph, claims);
  graph.learnKinds(await fault('ingest.find-kinds', () => findKinds(tx, workspaceId, questioned)));
  return graph;
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
