// One batch, one transaction: claim lanes, load, apply the pure engine, write, move the cursors.
import type { BatchOutcome } from '@/lib/core/engine/batch';
import { now } from '../clock';
import { asSystem, enterWorkspace, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { runtime } from '../runtime';
import { wake } from '../wake';
import { type Claim, claimLanes } from './claim-lanes';
import { decideBatch } from './decide-batch';
import { liveRules } from './live-rules';
import * as load from './load-batch';
import { noteRevision } from './note-revision';
import { placeDecisions, placeEmitted } from './place-decisions';
import * as write from './write-batch';

/** Events a batch takes from all its lanes together. */
const MOST = 2_000;

/** Embedded, one worker takes all lanes at once; on PostgreSQL it leaves some for the others. */
const lanesPerClaim = () => (runtime().engine === 'pglite' ? 16 : 4);

/** Works one batch. False when there was nothing to do. */
export async function serveBatch(): Promise<boolean> {
  const served = await fault('engine.commit', () => asSystem(workBatch));
  if (served?.commands) wake('sender');
  return served !== null;
}

async function workBatch(tx: Tx): Promise<{ commands: number } | null> {
  const at = now();
  const claim = await fault('engine.claim', () => claimLanes(tx, lanesPerClaim(), at));
  if (!claim) return null;
  await enterWorkspace(tx, claim.workspaceId);
  const perLane = Math.ceil(MOST / claim.lanes.length);
  const rows = await fault('engine.events', () => load.loadEvents(tx, claim, perLane));
  const until = cutoff(rows, perLane, at);
  const { index, revision } = await liveRules(tx, claim);
  await fault('engine.revision', () => noteRevision(tx, { ...claim, rulesRevision: revision }));
  const outcome = await decideBatch(tx, claim, index, rows, until);
  await writeOutcome(tx, { ...claim, rulesRevision: revision }, outcome, at);
  await fault('engine.cursors', () =>
    write.writeCursors(tx, claim.workspaceId, cursorsAfter(claim, rows), at),
  );
  return { commands: outcome.commands.length };
}

/** Where more events wait than were read, timers may not overtake them: only what was due by the last one fires. */
function cutoff(rows: readonly load.EventRow[], perLane: number, at: Date): Date {
  const read = new Map<number, load.EventRow[]>();
  for (const row of rows) read.set(row.lane, [...(read.get(row.lane) ?? []), row]);
  const ends = [...read.values()]
    .filter((lane) => lane.length === perLane)
    .map((lane) => lane.at(-1)?.receivedAt ?? at);
  return ends.reduce((earliest, end) => (end < earliest ? end : earliest), at);
}

async function writeOutcome(tx: Tx, claim: Claim, outcome: BatchOutcome, at: Date): Promise<void> {
  const { workspaceId, lanes, rulesRevision } = claim;
  const changed = [...outcome.customers].map(([id, attributes]) => ({ id, attributes }));
  // Any lane that is held will do: the counts' lane only keeps workers from writing the same row.
  const counts = outcome.nodeCounts.map((count) => ({ ...count, lane: lanes[0]?.lane ?? 0 }));
  await fault('engine.attributes', () => write.writeAttributes(tx, workspaceId, changed));
  await fault('engine.enrollments', () => write.writeEnrollments(tx, workspaceId, outcome.enrollments));
  const decisions = placeDecisions(outcome, claim);
  await fault('engine.decisions', () => write.writeDecisions(tx, workspaceId, decisions));
  await fault('engine.outbox', () => write.writeCommands(tx, workspaceId, outcome.commands, at));
  const emitted = placeEmitted(outcome, claim);
  await fault('engine.emitted', () => write.writeEmitted(tx, workspaceId, emitted, rulesRevision));
  await fault('engine.arranged', () => write.writeAppointments(tx, workspaceId, outcome.appointments));
  await fault('engine.counts', () => write.writeNodeCounts(tx, workspaceId, counts));
}

function cursorsAfter(claim: Claim, rows: readonly load.EventRow[]): { lane: number; cursor: number }[] {
  const last = new Map(rows.map((row) => [row.lane, row.seq]));
  return claim.lanes.map(({ lane, cursor }) => ({ lane, cursor: last.get(lane) ?? cursor }));
}
