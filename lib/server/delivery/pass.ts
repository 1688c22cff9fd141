// One pass of the sender: find what is due, settle what was lost, take what fits, and set it going.
import { MESSAGE_SENT } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import { channelOfCommand } from '../channels/registry';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { fault } from '../fault';
import { lockWorkspace } from '../ingest/lock-workspace';
import { watchRecords } from '../signals/watch-records';
import { wake } from '../wake';
import { carryOut } from './carry-out';
import { type Claimed, claimLost, claimQueued, findDueWorkspaces, whatIsLost } from './claim';
import { conclude } from './conclude';
import { type Finished, finishSends } from './finish-sends';
import { idsInHand, release, rooms, take } from './in-hand';
import { keptAnswer } from './kept-answer';
import { type Facts, loadFacts } from './load-facts';
import { prepareAll } from './prepare';
import { startBatch } from './start-batch';
import { withinThrottle } from './within-throttle';

const LOST_BATCH = 100;

export interface Pass {
  /** How many rows were taken. */
  readonly taken: number;
  /** The sends that were set going; each ends when its outcome is recorded. */
  readonly running: readonly Promise<void>[];
}

export async function pass(): Promise<Pass> {
  const workspaces = await fault('sender.find', () => findDueWorkspaces());
  const running: Promise<void>[] = [];
  let taken = 0;
  for (const workspaceId of workspaces) {
    taken += await fault('sender.recover', () => settleLost(workspaceId));
    const claimed = await claim(workspaceId);
    taken += claimed.rows.length;
    if (claimed.facts) running.push(work(workspaceId, claimed.rows, claimed.facts));
  }
  return { taken, running };
}

/** A lost marketing send becomes unknown; what may be repeated is queued again, or given up after too many tries. */
async function settleLost(workspaceId: Id<'wsp'>): Promise<number> {
  const finished = await inWorkspace(workspaceId, async (tx) => {
    // Before any row, as whoever writes events takes its lock. What is lost from now on is left to the next pass.
    const lostNow = await whatIsLost(tx, workspaceId);
    if (!lostNow.isAny) return [];
    await watchRecords(tx, workspaceId, (key) => key === MESSAGE_SENT);
    if (lostNow.isCall) await lockWorkspace(tx, workspaceId);
    const lost = await claimLost(tx, workspaceId, LOST_BATCH, idsInHand(workspaceId));
    const ended = lost.map((row) => endOfLost(row, now()));
    if (ended.length > 0) await finishSends(tx, workspaceId, ended);
    return ended;
  });
  if (finished.some(({ answer }) => answer)) wake('engine');
  return finished.length;
}

function endOfLost(row: Claimed, at: Date): Finished {
  const outcome = { kind: 'unknown', reason: 'The sender stopped before it learnt how this ended' } as const;
  const { id, fence, messageId, type, address } = row;
  const conclusion = conclude(row, outcome, row.attempts, row.firstTriedAt ?? at, at);
  const answer = keptAnswer(row, outcome, conclusion);
  return {
    id,
    fence,
    messageId,
    channel: channelOfCommand[type],
    address: address ?? '',
    conclusion,
    answer,
  };
}

interface Taken {
  readonly rows: readonly Claimed[];
  readonly facts: Facts | null;
}

async function claim(workspaceId: Id<'wsp'>): Promise<Taken> {
  const free = rooms();
  if (free.length === 0) return { rows: [], facts: null };
  const taken = await fault('sender.claim', () =>
    inWorkspace(workspaceId, async (tx): Promise<Taken> => {
      const open = await withinThrottle(tx, workspaceId, free);
      if (open.length === 0) return { rows: [], facts: null };
      const rows = await claimQueued(tx, workspaceId, open, idsInHand(workspaceId));
      return { rows, facts: rows.length === 0 ? null : await loadFacts(tx, workspaceId, rows) };
    }),
  );
  take(taken.rows);
  return taken;
}

/** From claimed to recorded. Whatever breaks on the way, the leases run out and somebody takes over. */
async function work(workspaceId: Id<'wsp'>, claimed: readonly Claimed[], facts: Facts): Promise<void> {
  try {
    const prepared = await fault('sender.prepare', () => prepareAll(claimed, facts));
    const started = await startBatch(workspaceId, prepared);
    const carried = started.map((one) => one.prepared.row);
    release(claimed.filter((row) => !carried.includes(row)));
    const ends = started.map((one) => carryOut(one).finally(() => release([one.prepared.row])));
    const failed = (await Promise.allSettled(ends)).find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  } finally {
    release(claimed);
  }
}
