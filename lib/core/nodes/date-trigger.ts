// Entry: a date the customer has comes round, such as a birthday or a renewal, at a time of day where they live.
import { z } from 'zod';
import { conditionProblems } from '../condition/problems';
import { textUpTo } from '../text';
import { isReckoned, nextComing } from '../time/anniversary';
import { dateOf, minuteOf } from '../time/zone';
import { defineNode } from './define-node';
import { entryExits, signalRule } from './entry-rule';
import { EventFilter } from './event-match';
import { localZone } from './local-zone';
import { nodeError } from './node-error';

const MOST_DAYS = 365;

const Data = z.strictObject({
  attribute: textUpTo(150).default(''),
  repeats: z.enum(['yearly', 'once']).default('yearly'),
  offset: z
    .strictObject({ days: z.number().default(0), direction: z.enum(['before', 'after']).default('before') })
    .prefault({}),
  /** On the customer's clock. */
  time: textUpTo(5).default('09:00'),
  filter: EventFilter,
});

export const dateTrigger = defineNode({
  type: 'date-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: ({ filter }) => [signalRule({ event: 'appointment', filter })],
  exits: entryExits,
  compile: ({ attribute, offset: { days }, time, filter }) => [
    ...(attribute.trim() === '' ? [nodeError('empty-attribute-name', 'attribute')] : []),
    ...(Number.isInteger(days) && days >= 0 && days <= MOST_DAYS
      ? []
      : [nodeError('bad-number', 'offset.days', { least: 0, most: MOST_DAYS })]),
    ...(minuteOf(time) === null ? [nodeError('bad-time', 'time')] : []),
    ...(filter === null ? [] : conditionProblems(filter, 'filter')),
  ],
  appointmentAttributes: ({ attribute }) => [attribute],
  appointment: ({ attribute, repeats, offset, time }, attributes, zone, after) => {
    const date = dateOf(attributes[attribute], zone);
    // An instant falls on other days in other zones and is one occasion in all of them.
    const named = dateOf(attributes[attribute], 'UTC');
    const minute = minuteOf(time);
    if (date === null || named === null || minute === null) return null;
    const days = offset.direction === 'before' ? -offset.days : offset.days;
    const coming = nextComing(date, { repeats, days, minute }, zone, after);
    return coming && { dueAt: coming.instant, occasion: `${named.add({ years: coming.years })}` };
  },
  unusableDate: ({ attribute }, attributes, zone) => {
    const { [attribute]: value = null } = attributes;
    if (value === null || value === '') return null;
    const date = dateOf(value, zone);
    return date !== null && isReckoned(date) ? null : { attribute, value };
  },
  step: ({ attribute }, visit) => {
    const { occasion = null } = visit.enrollment.trigger.properties;
    const inputs = { event: 'appointment', attribute, occasion, ...localZone(visit).inputs };
    return { kind: 'go', exit: 'next', code: 'entered', inputs };
  },
});
