// Entry: everybody, or everybody who fits, comes in at a time on the calendar, once or again and again.
import { z } from 'zod';
import { conditionProblems } from '../condition/problems';
import { textUpTo } from '../text';
import { plainDate, type Schedule } from '../time/occasions';
import { minuteOf } from '../time/zone';
import { defineNode, type NodeProblem } from './define-node';
import { entryExits, signalRule } from './entry-rule';
import { EventFilter } from './event-match';
import { localZone } from './local-zone';
import { nodeError } from './node-error';

const Data = z.strictObject({
  kind: z.enum(['once', 'recurring']).default('recurring'),
  /** once: the day, `2026-11-27`. */
  date: textUpTo(10).default(''),
  every: z.enum(['day', 'week', 'month']).default('week'),
  /** week: 1 is Monday, 7 is Sunday. */
  weekdays: z.array(z.number()).max(7).default([1]),
  /** month: a shorter month has it on its last day. */
  monthDay: z.union([z.number(), z.literal('last')]).default(1),
  time: textUpTo(5).default('09:00'),
  /** Whose clock: the workspace's, so that all come in at one moment, or each customer's own. */
  zone: z.enum(['workspace', 'customer']).default('customer'),
  filter: EventFilter,
});

const isAmong = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most;

function dayProblems({ kind, date, every, weekdays, monthDay }: Schedule): NodeProblem[] {
  if (kind === 'once') return plainDate(date) === null ? [nodeError('bad-date', 'date')] : [];
  const areWeekdays = weekdays.length > 0 && weekdays.every((day) => isAmong(day, 1, 7));
  if (every === 'week' && !areWeekdays) return [nodeError('unfinished-choice', 'weekdays')];
  const isMonthDay = monthDay === 'last' || isAmong(monthDay, 1, 31);
  if (every === 'month' && !isMonthDay) return [nodeError('bad-number', 'monthDay', { least: 1, most: 31 })];
  return [];
}

/** Its appointments are made by a sweep over the customers for each occasion, not by anything about a customer. */
export const scheduleTrigger = defineNode({
  type: 'schedule-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: ({ filter }) => [signalRule({ event: 'appointment', filter })],
  exits: entryExits,
  compile: (data) => [
    ...dayProblems(data),
    ...(minuteOf(data.time) === null ? [nodeError('bad-time', 'time')] : []),
    ...(data.filter === null ? [] : conditionProblems(data.filter, 'filter')),
  ],
  step: ({ zone: whose }, visit) => {
    const { occasion = null } = visit.enrollment.trigger.properties;
    const { inputs: own } = localZone(visit);
    const inputs = { event: 'appointment', occasion, ...(whose === 'customer' && own) };
    return { kind: 'go', exit: 'next', code: 'entered', inputs };
  },
});
