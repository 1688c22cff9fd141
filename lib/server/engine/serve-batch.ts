// One batch, one transaction: claim lanes, load, apply the pure engine, write, move the cursors.
import { applyBatch } from '@/lib/core/engine/apply-batch';
import type { BatchOutcome } from '@/lib/core/engine/batch';
import type { CustomerEvent } from '@/lib/core/engine/customer-event';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import { needs } from '@/lib/core/engine/needs';
import type { RuleIndex } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { asSystem, enterWorkspace, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { runtime } from '../runtime';
import { wake } from '../wake';
import { type Claim, claimLanes } from './claim-lanes';
import { liveRules } from './live-rules';
import * as load from './load-batch';
import { parkEvent } from './park-event';
import * as write from './write-batch';

/** Events a batch takes from all its lanes together; timers likewise. */
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
  const index = await liveRules(tx, claim);
  const outcome = await decide(tx, claim, index, rows, until);
  await writeOutcome(tx, claim, outcome, at);
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

async function decide(
  tx: Tx,
  { workspaceId, lanes }: Claim,
  index: RuleIndex,
  rows: readonly load.EventRow[],
  until: Date,
): Promise<BatchOutcome> {
  const events = rows.map(customerEvent);
  const wanted = needs(index, events);
  const due = await fault('engine.due', () => load.loadDueEnrollments(tx, workspaceId, lanes, until, MOST));
  const inside = await fault('engine.open', () =>
    load.loadOpenEnrollments(tx, workspaceId, wanted.customers),
  );
  const people = new Set([...wanted.customers, ...due.map((row) => row.customerId)]);
  const customers = await fault('engine.customers', () => load.loadCustomers(tx, workspaceId, [...people]));
  const { entered } = wanted;
  const enteredBefore = await fault('engine.entered', () =>
    load.loadEnteredBefore(tx, workspaceId, entered.customers, entered.journeys),
  );
  const enrollments = new Map([...inside, ...due].map((row) => [row.id, enrollment(row)]));
  const attributes = new Map(customers.map((row) => [row.id, row.attributes]));
  const batch = { index, customers: attributes, enteredBefore, now: until.getTime() };
  return applyAll(tx, workspaceId, { ...batch, enrollments: [...enrollments.values()] }, events);
}

/** The engine is total, but a defect in it must not hold a lane up: the event it fails on is put aside. */
async function applyAll(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  batch: Omit<Parameters<typeof applyBatch>[0], 'events'>,
  events: readonly CustomerEvent[],
): Promise<BatchOutcome> {
  let left = events;
  for (;;) {
    try {
      return applyBatch({ ...batch, events: left });
    } catch (error) {
      const poison = left.find((event) => !survives(batch, left, event));
      if (!poison) throw error;
      await parkEvent(tx, workspaceId, poison.seq, error);
      left = left.filter((event) => event !== poison);
    }
  }
}

/** Whether the batch up to and with this event can be applied. */
function survives(
  batch: Omit<Parameters<typeof applyBatch>[0], 'events'>,
  events: readonly CustomerEvent[],
  last: CustomerEvent,
): boolean {
  try {
    applyBatch({ ...batch, events: events.filter((event) => event.seq <= last.seq) });
    return true;
  } catch {
    return false;
  }
}

async function writeOutcome(tx: Tx, claim: Claim, outcome: BatchOutcome, at: Date): Promise<void> {
  const { workspaceId, lanes } = claim;
  const changed = [...outcome.customers].map(([id, attributes]) => ({ id, attributes }));
  // Any lane that is held will do: the counts' lane only keeps workers from writing the same row.
  const counts = outcome.nodeCounts.map((count) => ({ ...count, lane: lanes[0]?.lane ?? 0 }));
  await fault('engine.attributes', () => write.writeAttributes(tx, workspaceId, changed));
  await fault('engine.enrollments', () => write.writeEnrollments(tx, workspaceId, outcome.enrollments));
  await fault('engine.decisions', () => write.writeDecisions(tx, workspaceId, outcome.decisions));
  await fault('engine.outbox', () => write.writeCommands(tx, workspaceId, outcome.commands, at));
  await fault('engine.counts', () => write.writeNodeCounts(tx, workspaceId, counts));
}

function cursorsAfter(claim: Claim, rows: readonly load.EventRow[]): { lane: number; cursor: number }[] {
  const last = new Map(rows.map((row) => [row.lane, row.seq]));
  return claim.lanes.map(({ lane, cursor }) => ({ lane, cursor: last.get(lane) ?? cursor }));
}

function customerEvent(row: load.EventRow): CustomerEvent {
  return { ...row, occurredAt: row.occurredAt.getTime(), receivedAt: row.receivedAt.getTime() };
}

function enrollment(row: load.EnrollmentRow): Enrollment {
  return {
    ...row,
    enteredAt: row.enteredAt.getTime(),
    wakeAt: row.wakeAt?.getTime() ?? null,
    endedAt: null,
    endReason: null,
  };
}
