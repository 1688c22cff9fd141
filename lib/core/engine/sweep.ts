// Walks over all customers, by which triggers by date and by schedule make their appointments.
import type { JsonObject } from '../json';
import type { Appointment } from '../nodes/define-node';
import { nodeTypes } from '../nodes/registry';
import { instantOfOccasion, nextOccasion, type Schedule, spanOf } from '../time/occasions';
import { zoneOf } from '../time/zone';
import type { NodeId, Program, Step } from './program';

/** `occasion` is empty for a walk over dates; startsAt is in ms. */
export interface Sweep {
  readonly occasion: string;
  readonly startsAt: number;
}

/** The workspace's zone, and since when (ms) the journey has been live without a break. */
export interface SweepMoment {
  readonly timeZone: string;
  readonly liveSince: number;
}

/**
 * Where an occasion lasts a day and more around the earth, somebody in the west may still have the one before to come
 * when the walk passes them, and others become customers in the meantime: a second walk finds them.
 */
const AGAIN = '/again';
const AGAIN_AFTER_MS = 13 * 3_600_000;

/** The entries of a program that go by the calendar. */
export function timedSteps({ steps }: Program): [NodeId, Step][] {
  const isTimed = ({ type }: Step) => type === 'schedule-trigger' || type === 'date-trigger';
  // The keys of `steps` are ids of nodes, which Object.entries widens to text.
  return (Object.entries(steps) as [NodeId, Step][]).filter(([, step]) => isTimed(step));
}

const scheduleOf = ({ type, data }: Step) =>
  type === 'schedule-trigger' ? nodeTypes['schedule-trigger'].data.parse(data) : null;

/** Null where it is every customer's own. */
const clockOf = ({ zone }: { zone: 'workspace' | 'customer' }, timeZone: string) =>
  zone === 'customer' ? null : timeZone;

function sweepFor(schedule: Schedule, zone: string | null, after: number, beyond: string): Sweep[] {
  const occasion = nextOccasion(schedule, zone, after, beyond);
  return occasion === null ? [] : [{ occasion, startsAt: spanOf(occasion, zone).from }];
}

/** The walk a step needs once it is live (ms). What has been by then is skipped. */
export function firstSweep(step: Step, timeZone: string, now: number): Sweep | null {
  const schedule = scheduleOf(step);
  if (schedule === null) return { occasion: '', startsAt: now };
  const [first] = sweepFor(schedule, clockOf(schedule, timeZone), now, '');
  return first === undefined ? null : { ...first, startsAt: Math.max(first.startsAt, now) };
}

/**
 * What follows when a walk has ended at `now` (ms): the second one, and that of the next occasion, which begins no sooner
 * than this one was to. So nobody is let in by what was over in the east when the trigger came into being.
 */
export function sweepsAfter(
  step: Step,
  { occasion, startsAt }: Sweep,
  moment: SweepMoment,
  now: number,
): Sweep[] {
  const schedule = scheduleOf(step);
  if (schedule === null || occasion.endsWith(AGAIN)) return [];
  const zone = clockOf(schedule, moment.timeZone);
  const again = spanOf(occasion, zone).from + AGAIN_AFTER_MS;
  const second = zone === null && again > startsAt ? [{ occasion: occasion + AGAIN, startsAt: again }] : [];
  const next = sweepFor(schedule, zone, now, occasion);
  return [...second, ...next.map((sweep) => ({ ...sweep, startsAt: Math.max(sweep.startsAt, startsAt) }))];
}

/** Whether a walk can make no appointment any more, because its occasion was over before the journey was live. */
export function isSweepVain(step: Step, { occasion }: Sweep, { timeZone, liveSince }: SweepMoment): boolean {
  const schedule = scheduleOf(step);
  return schedule !== null && spanOf(plain(occasion), clockOf(schedule, timeZone)).to < liveSince;
}

const plain = (occasion: string) => occasion.replace(AGAIN, '');

/**
 * The appointment a walk makes with a customer, or null. A zone nobody knows is the workspace's; one further out than
 * the first to have the occasion has it with the first.
 *
 * @param after not before this (ms): behind an occasion by which the customer has entered already
 */
export function sweptAppointment(
  step: Step,
  { occasion, startsAt }: Sweep,
  attributes: JsonObject,
  { timeZone, liveSince }: SweepMoment,
  after: number = Math.max(startsAt, liveSince),
): Appointment | null {
  const { zone } = zoneOf(attributes, timeZone);
  const schedule = scheduleOf(step);
  if (schedule === null) {
    const { data, appointment } = nodeTypes['date-trigger'];
    return appointment?.(data.parse(step.data), attributes, zone, after) ?? null;
  }
  const own = clockOf(schedule, timeZone);
  const instant = instantOfOccasion(plain(occasion), own ?? zone);
  const dueAt = Math.max(instant, spanOf(plain(occasion), own).from);
  return dueAt < after ? null : { dueAt, occasion: plain(occasion) };
}

/** What is to be said of a customer's date that a trigger cannot use; null where there is nothing to say. */
export function sweptUnusable(step: Step, attributes: JsonObject, timeZone: string): JsonObject | null {
  if (step.type !== 'date-trigger') return null;
  const { data, unusableDate } = nodeTypes['date-trigger'];
  return unusableDate?.(data.parse(step.data), attributes, zoneOf(attributes, timeZone).zone) ?? null;
}
