// What a retention report asks: who begins, what counts as coming back, and how time is cut.
import { z } from 'zod';
import { Test } from '../condition/condition';
import { idOf } from '../id';
import { textUpTo } from '../text';

/** A test of what the event itself says: nothing else is known of the past. */
const PropertyTest = Test.refine(({ subject }) => subject === 'property', {
  error: 'only properties of the event can be tested here',
});

/** An event by name, with what its properties must say, all of it. */
export const RetentionEvent = z.strictObject({
  event: textUpTo(200).min(1),
  where: z.array(PropertyTest).max(20).default([]),
});
export type RetentionEvent = z.infer<typeof RetentionEvent>;

export const RetentionUnit = z.enum(['day', 'week', 'month']);
export type RetentionUnit = z.infer<typeof RetentionUnit>;

/** Periods from and to, both included. */
const Bracket = z.tuple([z.number().int().min(0).max(400), z.number().int().min(0).max(400)]);

/** People to look at side by side: members of segments, those who entered journeys, arms of an experiment. */
const Split = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('segment'),
    ids: z.array(idOf('seg')).min(1).max(5),
    /** Who was a member when they began, or who is one today. */
    at: z.enum(['anchor', 'now']).default('anchor'),
  }),
  z.strictObject({ by: z.literal('journey'), ids: z.array(idOf('jrn')).min(1).max(5) }),
  z.strictObject({
    by: z.literal('experiment'),
    id: idOf('exp'),
    /** Left empty, all that people were exposed to. */
    arms: z.array(textUpTo(60)).max(8).default([]),
  }),
]);

/** No report has more cohorts or columns. */
const MOST_PERIODS = 120;

export const RetentionDefinition = z
  .strictObject({
    start: RetentionEvent,
    returns: RetentionEvent,
    /** first-time: people count in the period of their first start ever. recurring: in every period with a start. */
    cohort: z.enum(['first-time', 'recurring']).default('first-time'),
    /** on: came back in that period. on-or-after: in it or later. brackets: in any period of a span. */
    measure: z.enum(['on', 'on-or-after', 'brackets']).default('on'),
    brackets: z.array(Bracket).max(12).default([]),
    /** calendar: periods of the workspace's time zone. elapsed: 24 h, 7 or 30 days from each person's own start. */
    clock: z.enum(['calendar', 'elapsed']).default('calendar'),
    unit: RetentionUnit.default('month'),
    /** A day in the first cohort's period. */
    from: z.iso.date(),
    cohorts: z.number().int().min(1).max(MOST_PERIODS).default(12),
    /** Columns, period 0 included. */
    periods: z.number().int().min(1).max(MOST_PERIODS).default(12),
    split: Split.nullable().default(null),
  })
  .refine(({ measure, brackets }) => (measure === 'brackets') === brackets.length > 0, {
    error: 'brackets go with the measure `brackets`',
    path: ['brackets'],
  })
  .refine(({ brackets }) => brackets.every(([first, last]) => first <= last), {
    error: 'a bracket ends no earlier than it begins',
    path: ['brackets'],
  });
export type RetentionDefinition = z.infer<typeof RetentionDefinition>;
