// What a batch comes to: reads everything it needs in bulk and applies the pure engine.
import { applyBatch } from '@/lib/core/engine/apply-batch';
import type { Batch, BatchOutcome } from '@/lib/core/engine/batch';
import type { CustomerEvent } from '@/lib/core/engine/customer-event';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import { factNeeds } from '@/lib/core/engine/fact-needs';
import { needs } from '@/lib/core/engine/needs';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { fault } from '../fault';
import type { Claim } from './claim-lanes';
import * as load from './load-batch';
import { loadDueAppointments, loadFacts } from './load-facts';
import { loadSegmentDues } from './load-segments';
import { parkEvent } from './park-event';

/** Timers a batch takes from all its lanes together. */
const MOST_TIMERS = 2_000;

export interface DecidedBatch {
  readonly outcome: BatchOutcome;
  /** The passages that were there before. */
  readonly known: ReadonlySet<Id<'enr'>>;
}

export async function decideBatch(
  tx: Tx,
  claim: Claim,
  rules: Rules,
  rows: readonly load.EventRow[],
  until: Date,
): Promise<DecidedBatch> {
  const events = rows.map(customerEvent);
  const batch = await readBatch(tx, claim, rules, events, until);
  const outcome = await applyAll(tx, claim.workspaceId, batch, events);
  return { outcome, known: new Set(batch.enrollments.map(({ id }) => id)) };
}

type Rules = Pick<Batch, 'index' | 'unfilled'>;

type ReadBatch = Omit<Batch, 'events'>;

async function readBatch(
  tx: Tx,
  claim: Claim,
  { index, unfilled }: Rules,
  events: readonly CustomerEvent[],
  until: Date,
): Promise<ReadBatch> {
  const { workspaceId, lanes, timeZone } = claim;
  const now = until.getTime();
  const due = (
    await fault('engine.due', () => load.loadDueEnrollments(tx, workspaceId, lanes, until, MOST_TIMERS))
  ).map(enrollment);
  const appointments = await fault('engine.appointments', () =>
    loadDueAppointments(tx, claim, until, MOST_TIMERS),
  );
  const segmentDues = await fault('engine.segment-dues', () =>
    loadSegmentDues(tx, claim, { index, events, until }),
  );
  const wanted = needs(index, events, { enrollments: due, appointments, segments: segmentDues });
  const inside = await fault('engine.open', () =>
    load.loadOpenEnrollments(tx, workspaceId, wanted.customers),
  );
  const enrollments = [...new Map([...inside.map(enrollment), ...due].map((one) => [one.id, one])).values()];
  const people = [...new Set([...wanted.customers, ...enrollments.map((one) => one.customerId)])];
  const customers = await fault('engine.customers', () => load.loadCustomers(tx, workspaceId, people));
  const hasDates = index.dateTriggers.length > 0;
  const before = await fault('engine.entered', () =>
    load.loadEnteredBefore(tx, workspaceId, wanted.entered, hasDates),
  );
  const asked = factNeeds(index, wanted, events, enrollments);
  const first = earliest(now, [
    ...events.map(({ receivedAt }) => receivedAt),
    ...due.map(({ wakeAt }) => wakeAt ?? now),
    ...segmentDues.map(({ dueAt }) => dueAt),
  ]);
  const facts = await fault('engine.facts', () => loadFacts(tx, claim, asked, first, index));
  return {
    ...{ index, unfilled, timeZone, enrollments, appointments, segmentDues, now, ...facts },
    customers: new Map(customers.map((row) => [row.id, row.attributes])),
    enteredBefore: before.map((row) => ({ ...row, at: row.at.getTime() })),
  };
}

/** The first moment (ms) of the batch. */
const earliest = (now: number, moments: readonly number[]) =>
  moments.reduce((first, one) => Math.min(first, one), now);

/** The engine is total, but a defect in it must not hold a lane up: the event it fails on is put aside. */
async function applyAll(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  batch: ReadBatch,
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
function survives(batch: ReadBatch, events: readonly CustomerEvent[], last: CustomerEvent): boolean {
  try {
    applyBatch({ ...batch, events: events.filter((event) => event.seq <= last.seq) });
    return true;
  } catch {
    return false;
  }
}

function customerEvent(row: load.EventRow): CustomerEvent {
  return { ...row, occurredAt: row.occurredAt.getTime(), receivedAt: row.receivedAt.getTime() };
}

function enrollment(row: load.EnrollmentRow): Enrollment {
  return {
    ...row,
    enteredAt: row.enteredAt.getTime(),
    arrivedAt: row.arrivedAt.getTime(),
    convertedAt: row.convertedAt?.getTime() ?? null,
    wakeAt: row.wakeAt?.getTime() ?? null,
    endedAt: null,
    endReason: null,
  };
}
