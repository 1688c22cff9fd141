// Waits and appointments whose time has come.

import { evaluate } from '../condition/evaluate';
import { applyOccurrence, drain, settleRules } from './apply-event';
import { appointmentOrigin } from './appointment-origin';
import { hasBeen, makeAppointment } from './arrange-dates';
import type { CustomerAppointment } from './batch';
import type { Occurrence } from './customer-event';
import type { DateTrigger } from './date-trigger';
import type { Enrollment } from './enrollment';
import { factsAt } from './facts-at';
import { inOrder } from './in-order';
import { arrange, type CustomerState, keep, type Ledger, standingAt, worldOf } from './ledger';
import { fireSegments, firstDue } from './membership';
import { move, tell } from './move';
import { APPOINTMENT, findProgram, rulesAt } from './rule-index';

/** So many timers of one customer are caught up on before one event; the rest wait for the end of the batch. */
export const MAX_CATCH_UP = 1000;

type Due =
  | { readonly id: string; readonly at: number; readonly enrollment: Enrollment }
  | { readonly id: string; readonly at: number; readonly appointment: CustomerAppointment };

function dueBy({ open, appointments }: CustomerState, instant: number): Due[] {
  const timers = [...open.values()].flatMap((enrollment): Due[] => {
    const { id, wakeAt } = enrollment;
    return wakeAt !== null && wakeAt <= instant ? [{ id, at: wakeAt, enrollment }] : [];
  });
  const meetings = [...appointments].flatMap(([place, appointment]): Due[] => {
    const { dueAt } = appointment;
    return dueAt <= instant ? [{ id: place, at: dueAt, appointment }] : [];
  });
  return inOrder([...timers, ...meetings], ({ at }) => at);
}

/** Time alone may have brought about a goal or an exit rule that goes by a condition. @returns null where it ends */
function outlasting(
  ledger: Ledger,
  state: CustomerState,
  enrollment: Enrollment,
  now: number,
): Enrollment | null {
  const rules = rulesAt(ledger.index, enrollment, null).filter(({ on }) => on === 'change');
  if (rules.length === 0) return enrollment;
  const moment = {
    now,
    cause: { kind: 'due' },
    attributes: state.attributes,
    world: worldOf(ledger, state),
  } as const;
  const facts = factsAt({ enrollment, moment });
  const met = rules.filter(({ filter }) => filter !== null && evaluate(filter, facts));
  const goals = met.filter(({ effect }) => effect === 'convert');
  const exitRule = met.find(({ effect }) => effect === 'exit');
  return settleRules(ledger, state, { enrollment, goals, exitRule }, now);
}

/** Who was put at a step by a publish plan has yet to visit it: then the wake-up lies before the arrival. */
function causeOf({ wakeAt, arrivedAt }: Enrollment) {
  const isArriving = wakeAt !== null && wakeAt < arrivedAt;
  return { kind: isArriving ? 'entered' : 'due' } as const;
}

function fireTimer(
  ledger: Ledger,
  state: CustomerState,
  enrollment: Enrollment,
  now: number,
  dueAt: number,
): void {
  if (findProgram(ledger.index, enrollment) === undefined) {
    const code = 'program-unreadable';
    tell(ledger, enrollment, {
      nodeId: enrollment.nodeId,
      code,
      at: now,
      inputs: { version: enrollment.version },
    });
    keep(ledger, state, { ...enrollment, status: 'parked', wakeAt: null, endReason: code });
    return;
  }
  const left = outlasting(ledger, state, enrollment, now);
  if (left !== null) move(ledger, state, left, { now, dueAt, cause: causeOf(enrollment) });
  drain(ledger, state);
}

/** Further apart than any two zones, and nearer than any two occasions of one date. */
const ZONES_APART_MS = 2 * 86_400_000;

/**
 * Whether a date still says that now is the time. It may say otherwise where the appointment was made beside the
 * engine, or the workspace has moved to another zone: then the right one is made in its place.
 */
function isStillDue(ledger: Ledger, state: CustomerState, due: CustomerAppointment, trigger: DateTrigger) {
  const found = trigger.next(state.attributes, ledger.timeZone, due.dueAt - ZONES_APART_MS);
  if (found?.occasion === due.occasion && found.dueAt <= due.dueAt) return true;
  const isLater = found?.occasion === due.occasion;
  makeAppointment(ledger, state, trigger, isLater ? found.dueAt : due.dueAt);
  return false;
}

function keepAppointment(ledger: Ledger, state: CustomerState, due: CustomerAppointment, now: number): void {
  const { journeyId, nodeId, dueAt, occasion } = due;
  const trigger = ledger.index.dateTriggers.find(
    (one) => one.journeyId === journeyId && one.nodeId === nodeId,
  );
  arrange(ledger, state, { ...due, dueAt: null });
  if (trigger !== undefined && !isStillDue(ledger, state, due, trigger)) return;
  if (!hasBeen(state, due, occasion)) applyOccurrence(ledger, state, occurrenceOf(due, now));
  if (trigger !== undefined) makeAppointment(ledger, state, trigger, dueAt + 1);
}

function occurrenceOf(due: CustomerAppointment, now: number): Occurrence {
  const { customerId, journeyId, nodeId, dueAt, occasion } = due;
  const origin = appointmentOrigin(due);
  const properties = { journey_id: journeyId, node_id: nodeId, occasion };
  const what = { type: 'signal', name: APPOINTMENT, properties, traits: {} } as const;
  const when = { occurredAt: dueAt, receivedAt: Math.max(now, dueAt) };
  return { origin, depth: 0, customerId, messageId: origin, ...what, ...when };
}

function fire(ledger: Ledger, state: CustomerState, due: Due, now: number): void {
  if ('appointment' in due) keepAppointment(ledger, state, due.appointment, now);
  else fireTimer(ledger, state, due.enrollment, now, due.at);
}

/** Brings who is in which segment up to an instant (ms), time after time. */
function settleSegments(ledger: Ledger, state: CustomerState, until: number): void {
  for (let at = firstDue(state, until); at !== null; at = firstDue(state, until)) {
    fireSegments(ledger, state, at);
    drain(ledger, state);
  }
}

/**
 * Before an event: fires the customer's timers one after another, each at its own time, as if we had been there. What a
 * timer finds at an instant is who is in which segment then.
 */
export function catchUp(ledger: Ledger, state: CustomerState, until: number): void {
  const { open, appointments, dues } = state;
  for (let fired = 0; fired < MAX_CATCH_UP && open.size + appointments.size + dues.size > 0; fired += 1) {
    const [first] = dueBy(state, until);
    const segmentsDue = firstDue(state, first?.at ?? until);
    if (segmentsDue !== null) {
      fireSegments(ledger, state, segmentsDue);
      drain(ledger, state);
    } else if (first !== undefined) fire(ledger, state, first, first.at);
    else return;
  }
  settleSegments(ledger, state, until);
}

/**
 * At the end of a batch: fires what is due once, at the present time, so that lateness shows and chains do not race. Who is
 * in which segment changes in its own time, however late we are, and before what fires at the present.
 */
export function fireDue(ledger: Ledger, state: CustomerState, now: number): void {
  settleSegments(ledger, state, now);
  for (const due of dueBy(state, now)) {
    const isStill =
      'appointment' in due
        ? standingAt(state, due.appointment) === due.appointment
        : state.open.get(due.enrollment.id) === due.enrollment;
    if (isStill) fire(ledger, state, due, now);
  }
}
