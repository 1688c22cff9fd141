// Flow: the customer stays for a length of time, until a time of day, or until a date that an attribute holds.
import { z } from 'zod';
import { Duration, durationMs } from '../duration';
import type { StepOutcome } from '../engine/enrollment';
import { valueAt } from '../json';
import { textUpTo } from '../text';
import { dateOf, instantOf, minuteOf, nextLocalTime, zoned } from '../time/zone';
import { defineNode, type NodeProblem, type StoodStill, type Visit } from './define-node';
import { durationProblems } from './duration-problems';
import { localZone } from './local-zone';
import { nodeError } from './node-error';

/** 1 is Monday, 7 is Sunday. */
const Weekdays = z.array(z.int().min(1).max(7)).max(7).default([]);

const MOST_DAYS = 365;
const DAY_MS = 86_400_000;

const Data = Duration.extend({
  mode: z.enum(['duration', 'time-of-day', 'date']).default('duration'),
  /** On the wall clock of the customer's zone, as HH:MM. */
  time: textUpTo(5).default('09:00'),
  /** Time of day only: on these days of the week; on any where none is named. */
  weekdays: Weekdays,
  /** Date only: the attribute that holds it, and how many days after it (before it, where negative). */
  attribute: textUpTo(150).default(''),
  offsetDays: z.number().default(0),
});
type Data = z.infer<typeof Data>;

function dateProblems({ attribute, offsetDays }: Data): NodeProblem[] {
  const isSound = Number.isInteger(offsetDays) && Math.abs(offsetDays) <= MOST_DAYS;
  return [
    ...(attribute.trim() === '' ? [nodeError('empty-attribute-name', 'attribute')] : []),
    ...(isSound ? [] : [nodeError('bad-number', 'offsetDays', { least: -MOST_DAYS, most: MOST_DAYS })]),
  ];
}

function problems(data: Data): NodeProblem[] {
  if (data.mode === 'duration') return durationProblems(data, 'amount');
  const own = data.mode === 'date' ? dateProblems(data) : [];
  return minuteOf(data.time) === null ? [...own, nodeError('bad-time', 'time')] : own;
}

/** The end of the wait (ms), or null where the attribute holds no date that a calendar of four-digit years knows. */
function endOf(data: Data, { moment }: Visit, zone: string): number | null {
  const { now, attributes } = moment;
  const minute = minuteOf(data.time) ?? 0;
  if (data.mode === 'duration') return now + durationMs(data);
  // Never this very moment, or a loop through here would run round in it.
  if (data.mode === 'time-of-day') return nextLocalTime(now + 1, zone, minute, data.weekdays);
  const date = dateOf(valueAt(attributes, [data.attribute]), zone);
  if (date === null || date.year < 1 || date.year > 9000) return null;
  return instantOf(date.add({ days: data.offsetDays }), minute, zone);
}

function begin(data: Data, visit: Visit): StepOutcome {
  const { attribute } = data;
  const { zone, inputs } = localZone(visit);
  const local = data.mode === 'duration' ? {} : inputs;
  const until = endOf(data, visit, zone);
  if (until === null) {
    const value = valueAt(visit.moment.attributes, [attribute]) ?? null;
    return { kind: 'go', exit: 'next', code: 'delay-date-unusable', inputs: { attribute, value, ...local } };
  }
  if (data.mode === 'duration' || until > visit.moment.now) {
    return { kind: 'wait', until, code: 'delay-started', inputs: { until, ...local } };
  }
  return { kind: 'go', exit: 'next', code: 'delay-date-past', inputs: { until, ...local } };
}

/** In whole days, so that it stays the time of day that was meant, and so that what piled up comes in the rhythm it had. */
function resumes({ mode, time, weekdays }: Data, wait: StoodStill): number | null {
  const { dueAt, stoodMs, now, zone } = wait;
  if (mode === 'duration') return null;
  if (mode === 'date' && dueAt > now) return dueAt;
  const minute = minuteOf(time) ?? 0;
  const date = zoned(dueAt, zone).toPlainDate();
  const later = instantOf(date.add({ days: Math.floor(stoodMs / DAY_MS) }), minute, zone);
  return nextLocalTime(Math.max(later, dueAt, now + 1), zone, minute, mode === 'date' ? [] : weekdays);
}

export const delay = defineNode({
  type: 'delay',
  family: 'flow',
  data: Data,
  waits: true,
  // A date that is past, or none, lets everybody through at once.
  paces: ({ mode }) => mode !== 'date',
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: problems,
  resumes,
  step: (data, visit) =>
    visit.moment.cause.kind === 'entered'
      ? begin(data, visit)
      : { kind: 'go', exit: 'next', code: 'delay-over' },
});
