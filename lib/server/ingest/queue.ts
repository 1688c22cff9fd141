// Group commit. Requests that arrive while a transaction is under way wait and share the next one: one insert and one
// commit for all of them. What may wait is bounded; a request that finds the queue full is turned away with nothing stored.
import type { Id } from '@/lib/core/id';
import { log } from '../log';
import { wake } from '../wake';
import { describeFailure } from './database-failure';
import type { SourcedEvent } from './deduplicate';
import { GROUP_EVENTS, MAX_WAITING_BYTES, MAX_WAITING_EVENTS, SMALL_GROUP_EVENTS } from './limits';
import type { EventOutcome } from './store-group';
import { storeSafely } from './store-safely';

interface Waiting {
  readonly events: readonly SourcedEvent[];
  readonly settle: (outcomes: EventOutcome[]) => void;
  readonly fail: (error: unknown) => void;
}

const queues = new Map<Id<'wsp'>, Waiting[]>();
const working = new Map<Id<'wsp'>, Promise<void>>();
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
  if (!working.has(workspaceId)) working.set(workspaceId, work(workspaceId));
  return stored.finally(() => {
    waitingEvents -= events.length;
    waitingBytes -= bytes;
  });
}

/** Takes nothing more and resolves when everything taken is stored or has failed. */
export async function drainIngest(): Promise<void> {
  isDraining = true;
  await Promise.all(working.values());
}

async function work(workspaceId: Id<'wsp'>): Promise<void> {
  // The rest of this turn may still add to the first group.
  await Promise.resolve();
  for (let group = takeGroup(workspaceId); group.length > 0; group = takeGroup(workspaceId)) {
    await storeTogether(workspaceId, group);
  }
  queues.delete(workspaceId);
  working.delete(workspaceId);
}

/**
 * Whole requests, at least one. Of many that wait about half are taken: while the database works on them, this process
 * answers, reads and checks the other half's successors, so that both are busy all the time.
 */
function takeGroup(workspaceId: Id<'wsp'>): Waiting[] {
  const queue = queues.get(workspaceId) ?? [];
  const waiting = queue.reduce((sum, { events }) => sum + events.length, 0);
  const most = Math.min(GROUP_EVENTS, Math.max(SMALL_GROUP_EVENTS, waiting / 2));
  let size = 0;
  const end = queue.findIndex(({ events }, index) => {
    size += events.length;
    return index > 0 && size > most;
  });
  return queue.splice(0, end === -1 ? queue.length : end);
}

async function storeTogether(workspaceId: Id<'wsp'>, group: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await storeSafely(
      workspaceId,
      group.flatMap(({ events }) => events),
    );
    wake('engine');
    for (const { events, settle } of group) settle(outcomes.splice(0, events.length));
  } catch (error) {
    log.error(
      { ...describeFailure(error), workspaceId, requests: group.length },
      'A group of events could not be stored',
    );
    for (const { fail } of group) fail(error);
  }
}
