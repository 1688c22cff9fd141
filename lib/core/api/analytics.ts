// Retention and repeat purchase as the API and the studio see them. Every question fits an address, so it can be shared.
import { z } from 'zod';
import { RetentionDefinition, RetentionUnit } from '../retention/definition';
import { textUpTo } from '../text';
import { CustomerSummary } from './customer';
import { Instant, PageQuery, pageOf } from './page';

const ORDER = 'Order Completed';

const count = (most: number) => z.coerce.number().int().min(1).max(most);
const tests = (of: string) =>
  textUpTo(4_000)
    .optional()
    .describe(
      `Tests of the ${of} event’s properties as JSON, in the shape of a condition’s tests; all must hold.`,
    );

export const RetentionQuery = z.strictObject({
  start: textUpTo(200).min(1).default(ORDER).describe('The event that lets people into a cohort.'),
  startWhere: tests('start'),
  returns: textUpTo(200).min(1).default(ORDER).describe('The event that counts as coming back.'),
  returnsWhere: tests('return'),
  cohort: z.enum(['first-time', 'recurring']).default('first-time'),
  measure: z.enum(['on', 'on-or-after', 'brackets']).default('on'),
  brackets: z
    .string()
    .regex(/^\d{1,3}-\d{1,3}(,\d{1,3}-\d{1,3}){0,11}$/, 'must look like 0-0,1-3,4-11')
    .optional()
    .describe('With `measure=brackets`: spans of periods, such as `1-3,4-11`.'),
  clock: z.enum(['calendar', 'elapsed']).default('calendar'),
  unit: RetentionUnit.default('month'),
  from: z.iso
    .date()
    .optional()
    .describe('A day in the first cohort’s period. Left out: so that the last is now.'),
  cohorts: count(120).default(12),
  periods: count(120).default(12).describe('Columns, period 0 included.'),
  by: z.enum(['segment', 'journey', 'experiment']).optional(),
  ids: textUpTo(400)
    .optional()
    .describe('With `by`: up to five ids, separated by commas; of an experiment one.'),
  arms: textUpTo(500)
    .optional()
    .describe('With `by=experiment`: ids of arms, separated by commas. Left out: all of them.'),
  membership: z
    .enum(['anchor', 'now'])
    .default('anchor')
    .describe('With `by=segment`: who was a member when they began, or who is one today.'),
  asOf: Instant.optional().describe('What was known then. Left out: now.'),
});
export type RetentionQuery = z.infer<typeof RetentionQuery>;

const Cohort = z.object({
  start: z.iso.date(),
  hasBegun: z.boolean(),
  size: z.number().int(),
  repeated: z.number().int().describe('Came back within the cohort’s own period.'),
  cells: z.array(
    z.object({
      people: z.number().int().nullable().describe('Null: the period has not begun.'),
      isComplete: z.boolean().describe('False: the period is not over, so this is so far.'),
    }),
  ),
});

const Average = z.object({
  people: z.number().int(),
  size: z.number().int(),
  weighted: z.number().nullable(),
  simple: z.number().nullable(),
  low: z.number().nullable().describe('Wilson’s 95 % interval around the weighted share.'),
  high: z.number().nullable(),
});

const RetentionGroupReport = z.object({
  id: z.string().nullable().describe('A segment, a journey, or an arm; null where people are not split.'),
  label: z.string(),
  cohorts: z.array(Cohort),
  average: z.array(Average).describe('Over complete cells only.'),
});
export type RetentionGroupReport = z.infer<typeof RetentionGroupReport>;

export const RetentionReport = z.object({
  asOf: Instant.describe('All that was known by then is counted.'),
  timeZone: z.string(),
  definition: RetentionDefinition,
  columns: z.array(z.object({ first: z.number().int(), last: z.number().int() })),
  groups: z.array(RetentionGroupReport),
});
export type RetentionReport = z.infer<typeof RetentionReport>;

/** A cell of a cohort triangle, and which of its people are meant. */
const RetentionCellQuery = RetentionQuery.extend({
  period: z.iso
    .date()
    .optional()
    .describe(
      'The cohort: the first day of its period. Left out: all cohorts whose period of the column is over, as the average row counts them; of everybody, all cohorts.',
    ),
  column: z.coerce.number().int().min(0).max(120).default(0),
  who: z
    .enum(['returned', 'missing', 'everybody'])
    .default('returned')
    .describe('Those whom the cell counts, the rest of the cohort, or the whole cohort whatever the column.'),
  group: textUpTo(100).optional().describe('The id of one side of a split.'),
});

export const RetentionPeopleQuery = RetentionCellQuery.extend(PageQuery.shape);
export type RetentionPeopleQuery = z.infer<typeof RetentionPeopleQuery>;

/** Those behind a figure of either report. */
export const AnalyticsPeople = pageOf(CustomerSummary);

export const RepeatQuery = z.strictObject({
  order: textUpTo(200).min(1).default(ORDER).describe('The event that is an order.'),
  amount: textUpTo(150).min(1).default('total').describe('The property with what was paid.'),
  from: z.iso.date().optional(),
  months: count(60).default(12),
  asOf: Instant.optional(),
});
export type RepeatQuery = z.infer<typeof RepeatQuery>;

const repeatValues = {
  orders: z.string().regex(/^[1-9]\d{0,3}$/),
  waited: z.string().regex(/^\d{1,5}$/),
  cohort: z.iso.date(),
} as const;

export const RepeatPeopleQuery = RepeatQuery.pick({ order: true, asOf: true })
  .extend({
    figure: z
      .enum(['orders', 'waited', 'cohort'])
      .describe(
        'orders: with at least so many. waited: with a second order after at most so many days. cohort: with their first order in a month.',
      ),
    value: z.string().max(10).describe('So many orders or days, or a day of the cohort’s month.'),
  })
  .extend(PageQuery.shape)
  .refine(({ figure, value }) => repeatValues[figure].safeParse(value).success, {
    path: ['value'],
    message: 'must be a whole number, or of a cohort a day such as 2026-03-01',
  });
export type RepeatPeopleQuery = z.infer<typeof RepeatPeopleQuery>;

export const RepeatReport = z.object({
  asOf: Instant,
  timeZone: z.string(),
  currency: z.string(),
  leftOut: z
    .number()
    .int()
    .describe('Orders without an amount in the workspace’s currency: they brought nothing.'),
  shares: z
    .array(z.object({ orders: z.number().int(), people: z.number().int(), share: z.number().nullable() }))
    .describe('Customers with at least so many orders, of all who ordered.'),
  waits: z
    .array(
      z.object({
        day: z.number().int(),
        atRisk: z.number().int(),
        returned: z.number().int(),
        share: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    )
    .describe('Kaplan–Meier: the share expected to have ordered again by the end of that day.'),
  value: z.array(
    z.object({
      start: z.iso.date(),
      size: z.number().int(),
      cells: z.array(z.object({ perCustomer: z.number().nullable(), isComplete: z.boolean() })),
    }),
  ),
});
export type RepeatReport = z.infer<typeof RepeatReport>;
