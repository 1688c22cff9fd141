// What a batch comes to: reads everything it needs in bulk and applies the pure engine.
import { applyBatch } from '@/lib/core/engine/apply-batch';
import type { Batch, BatchOutcome } from '@/lib/core/engine/batch';
import type { CustomerEvent } from '@/lib/core/engine/customer-event';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import { factNeeds } from '@/lib/core/engine/fact-needs';
import { needs } from '@/lib/core/engine/needs';
import type { RuleIndex } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { fault } from '../fault';
import type { Claim } from './claim-lanes';
import * as load from './load-batch';
import { loadDueAppointments, loadFacts } from './load-facts';
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
  index: RuleIndex,
  rows: readonly load.EventRow[],
  until: Date,
): Promise<DecidedBatch> {
  const { workspaceId, lanes, timeZone } = claim;
  const events = rows.map(customerEvent);
  const due = await fault('engine.due', () =>
    load.loadDueEnrollments(tx, workspaceId, lanes, until, MOST_TIMERS),
  );
  const appointments = await fault('engine.appointments', () =>
    loadDueAppointments(tx, claim, until, MOST_TIMERS),
  );
  const wanted = needs(index, events, { enrollments: due.map(enrollment), appointments });
  const inside = await fault('engine.open', () =>
    load.loadOpenEnrollments(tx, workspaceId, wanted.customers),
  );
  const enrollments = [...new Map([...inside, ...due].map((row) => [row.id, enrollment(row)])).values()];
  const people = [...new Set([...wanted.customers, ...enrollments.map((one) => one.customerId)])];
  const customers = await fault('engine.customers', () => load.loadCustomers(tx, workspaceId, people));
  const { entered } = wanted;
  const before = await fault('engine.entered', () =>
    load.loadEnteredBefore(
      tx,
      workspaceId,
      entered.customers,
      entered.journeys,
      index.dateTriggers.length > 0,
    ),
  );
  const moments = [
    ...events.map((event) => event.receivedAt),
    ...due.map((row) => row.wakeAt?.getTime() ?? Number.POSITIVE_INFINITY),
  ];
  const earliest = Math.min(until.getTime(), ...moments);
  const facts = await fault('engine.facts', () =>
    loadFacts(tx, claim, factNeeds(index, wanted, events, enrollments), earliest),
  );
  const outcome = await applyAll(
    tx,
    workspaceId,
    {
      index,
      timeZone,
      customers: new Map(customers.map((row) => [row.id, row.attributes])),
      enrollments,
      enteredBefore: before.map((row) => ({ ...row, at: row.at.getTime() })),
      ...facts,
      appointments,
      now: until.getTime(),
    },
    events,
  );
  return { outcome, known: new Set(enrollments.map(({ id }) => id)) };
}

/** The engine is total, but a defect in it must not hold a lane up: the event it fails on is put aside. */
async function applyAll(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  batch: Omit<Batch, 'events'>,
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
  batch: Omit<Batch, 'events'>,
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
