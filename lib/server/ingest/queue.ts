// Group commit. Requests that arrive while a transaction is under way wait and share the next one: one insert and one
// commit for all of them. What may wait is bounded; a request that finds the queue full is turned away with nothing stored.
import type { Id } from '@/lib/core/id';
import { log } from '../log';
import { runtime } from '../runtime';
import { wake } from '../wake';
import { describeFailure } from './database-failure';
import type { SourcedEvent } from './deduplicate';
import { GROUP_EVENTS, MAX_WAITING_BYTES, MAX_WAITING_EVENTS } from './limits';
import type { EventOutcome } from './store-group';
import { storeSafely } from './store-safely';

interface Waiting {
  readonly events: readonly SourcedEvent[];
  readonly settle: (outcomes: EventOutcome[]) => void;
  readonly fail: (error: unknown) => void;
}

const queues = new Map<Id<'wsp'>, Waiting[]>();
const workers = new Map<Id<'wsp'>, Set<Promise<void>>>();
let waitingEvents = 0;
let waitingBytes = 0;
let isDraining = false;

/** Null when there is no room; otherwise resolves after the commit. */
export function enqueue(
  workspaceId: Id<'wsp'>,
  events: readonly SourcedEvent[],
  bytes: number,
): Promise<EventOutcome[]> | null {
  if (isDraining || waitingEvents + events.length > MAX_WAITING_EVENTS) return null;
  if (waitingBytes + bytes > MAX_WAITING_BYTES) return null;
  waitingEvents += events.length;
  waitingBytes += bytes;
  const stored = new Promise<EventOutcome[]>((settle, fail) => {
    const queue = queues.get(workspaceId) ?? [];
    queue.push({ events, settle, fail });
    queues.set(workspaceId, queue);
  });
  startWorker(workspaceId);
  return stored.finally(() => {
    waitingEvents -= events.length;
    waitingBytes -= bytes;
  });
}

/** Takes nothing more and resolves when everything taken is stored or has failed. */
export async function drainIngest(): Promise<void> {
  isDraining = true;
  await Promise.all([...workers.values()].flatMap((working) => [...working]));
}

/**
 * While one transaction writes, the next already waits for the workspace's lock and is handed it by the database, not by
 * us. The embedded database has one connection and nothing to gain from that.
 */
function startWorker(workspaceId: Id<'wsp'>): void {
  const working = workers.get(workspaceId) ?? new Set();
  if (working.size >= (runtime().engine === 'pglite' ? 1 : 2)) return;
  const worker = work(workspaceId).finally(() => {
    working.delete(worker);
    if (working.size === 0) workers.delete(workspaceId);
  });
  workers.set(workspaceId, working.add(worker));
}

async function work(workspaceId: Id<'wsp'>): Promise<void> {
  while (queues.has(workspaceId)) await storeNext(workspaceId);
}

/** The group is taken only once the transaction may write: whoever arrives until then still comes along. */
async function storeNext(workspaceId: Id<'wsp'>): Promise<void> {
  let group: Waiting[] | undefined;
  const take = () => {
    group ??= takeGroup(workspaceId);
    return group.flatMap(({ events }) => events);
  };
  try {
    const outcomes = await storeSafely(workspaceId, take);
    if (outcomes.length > 0) wake('engine');
    for (const { events, settle } of group ?? []) settle(outcomes.splice(0, events.length));
  } catch (error) {
    const failed = group ?? takeGroup(workspaceId);
    log.error(
      { ...describeFailure(error), workspaceId, requests: failed.length },
      'A group of events could not be stored',
    );
    for (const { fail } of failed) fail(error);
  }
}

/** Whole requests up to a full group, at least one. */
function takeGroup(workspaceId: Id<'wsp'>): Waiting[] {
  const queue = queues.get(workspaceId) ?? [];
  let size = 0;
  const end = queue.findIndex(({ events }, index) => {
    size += events.length;
    return index > 0 && size > GROUP_EVENTS;
  });
  const group = queue.splice(0, end === -1 ? queue.length : end);
  if (queue.length === 0) queues.delete(workspaceId);
  return group;
}
