// One batch, one transaction: claim lanes, load, apply the pure engine, write, move the cursors.
import type { BatchOutcome } from '@/lib/core/engine/batch';
import { storedTrail } from '@/lib/core/engine/moments';
import { dealtArms } from '@/lib/core/experiment/dealt-arms';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { asSystem, enterWorkspace, type Tx } from '../db/transaction';
import { writeAssignments } from '../experiments/write-assignments';
import { fault } from '../fault';
import { runtime } from '../runtime';
import { openDueLists } from '../segments/open-due-lists';
import { wake } from '../wake';
import { type Claim, claimLanes } from './claim-lanes';
import { decideBatch } from './decide-batch';
import { liveRules } from './live-rules';
import * as load from './load-batch';
import { noteRevision } from './note-revision';
import { placeDecisions, placeEmitted } from './place-decisions';
import * as write from './write-batch';
import { writeBeginnings } from './write-beginnings';
import { writeMemberships, writeSegmentDues } from './write-members';
import { writeMoments } from './write-moments';

/**
 * Events a batch takes from all its lanes together, and the lanes. Embedded, one worker takes all lanes at once, and its
 * statements are dear; on PostgreSQL it leaves some lanes for the others, and what a larger batch saves there is lost
 * again in collecting its garbage.
 */
const portions = { pglite: { events: 2_000, lanes: 16 }, postgresql: { events: 1_000, lanes: 4 } } as const;

/** Works one batch. False when there was nothing to do. */
export async function serveBatch(): Promise<boolean> {
  const served = await fault('engine.commit', () => asSystem(workBatch));
  if (served?.commands) wake('sender');
  return served !== null;
}

async function workBatch(tx: Tx): Promise<{ commands: number } | null> {
  const at = now();
  const most = portions[runtime().engine];
  const claim = await fault('engine.claim', () => claimLanes(tx, most.lanes, at));
  if (!claim) return null;
  await enterWorkspace(tx, claim.workspaceId);
  const { workspaceId, lanes, listsUntil } = claim;
  if (listsUntil) await fault('engine.due-lists', () => openDueLists(tx, workspaceId, lanes, listsUntil));
  const perLane = Math.ceil(most.events / claim.lanes.length);
  const rows = await fault('engine.events', () => load.loadEvents(tx, claim, perLane));
  const until = cutoff(rows, perLane, at);
  const { index, unfilled, revision } = await liveRules(tx, claim);
  await fault('engine.revision', () => noteRevision(tx, { ...claim, rulesRevision: revision }));
  const { outcome, known } = await decideBatch(tx, claim, { index, unfilled }, rows, until);
  await writeTrail(tx, claim, outcome, known);
  const { commands, assignments } = dealtArms(index, outcome);
  await writeConsequences(tx, { ...claim, rulesRevision: revision }, { ...outcome, commands }, at);
  await fault('engine.assignments', () => writeAssignments(tx, claim.workspaceId, assignments));
  await fault('engine.cursors', () =>
    write.writeCursors(tx, claim.workspaceId, cursorsAfter(claim, rows), at),
  );
  return { commands: commands.length };
}

/** Where more events wait than were read, timers may not overtake them: only what was due by the last one fires. */
function cutoff(rows: readonly load.EventRow[], perLane: number, at: Date): Date {
  const read = new Map<number, { count: number; receivedAt: Date }>();
  for (const { lane, receivedAt } of rows) {
    read.set(lane, { count: (read.get(lane)?.count ?? 0) + 1, receivedAt });
  }
  const full = [...read.values()].filter(({ count }) => count === perLane);
  return full.reduce((earliest, { receivedAt }) => (receivedAt < earliest ? receivedAt : earliest), at);
}

/** Passages and what was decided about them. What has ended gives its key free before another takes it. */
async function writeTrail(
  tx: Tx,
  claim: Claim,
  outcome: BatchOutcome,
  known: ReadonlySet<Id<'enr'>>,
): Promise<void> {
  const { workspaceId } = claim;
  const { enrollments } = outcome;
  const decisions = placeDecisions(outcome, claim);
  const trail = storedTrail({ decisions, enrollments }, (id) => known.has(id));
  const howMany = trail.beginnings.length + trail.moments.length;
  const seqs = await fault('engine.moment-seqs', () => write.takeMomentSeqs(tx, howMany));
  const numbered = <Placed extends { readonly place: number }>(placed: readonly Placed[]) =>
    placed.map((one) => ({ ...one, momentSeq: getSeq(seqs, one.place) }));
  const moved = enrollments.filter(({ id }) => known.has(id));
  await fault('engine.progress', () => write.writeProgress(tx, workspaceId, moved));
  await fault('engine.beginnings', () => writeBeginnings(tx, workspaceId, numbered(trail.beginnings)));
  await fault('engine.moments', () => writeMoments(tx, workspaceId, numbered(trail.moments)));
}

function getSeq(seqs: readonly number[], place: number): number {
  const seq = seqs[place];
  if (seq === undefined) throw new Error(`no number was taken for place ${place} of a batch's trail`);
  return seq;
}

async function writeConsequences(tx: Tx, claim: Claim, outcome: BatchOutcome, at: Date): Promise<void> {
  const { workspaceId, lanes, rulesRevision } = claim;
  const changed = [...outcome.customers].map(([id, attributes]) => ({ id, attributes }));
  // Any lane that is held will do: the counts' lane only keeps workers from writing the same row.
  const counts = outcome.nodeCounts.map((count) => ({ ...count, lane: lanes[0]?.lane ?? 0 }));
  await fault('engine.attributes', () => write.writeAttributes(tx, workspaceId, changed));
  await fault('engine.outbox', () => write.writeCommands(tx, workspaceId, outcome.commands, at));
  const emitted = placeEmitted(outcome, claim);
  await fault('engine.emitted', () => write.writeEmitted(tx, workspaceId, emitted, rulesRevision));
  await fault('engine.arranged', () => write.writeAppointments(tx, workspaceId, outcome.appointments));
  await fault('engine.members', () => writeMemberships(tx, claim, outcome.memberships));
  await fault('engine.segments-arranged', () => writeSegmentDues(tx, workspaceId, outcome.segmentDues));
  await fault('engine.counts', () => write.writeNodeCounts(tx, workspaceId, counts));
}

function cursorsAfter(claim: Claim, rows: readonly load.EventRow[]): { lane: number; cursor: number }[] {
  const last = new Map(rows.map((row) => [row.lane, row.seq]));
  return claim.lanes.map(({ lane, cursor }) => ({ lane, cursor: last.get(lane) ?? cursor }));
}
