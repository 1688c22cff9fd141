// The workspace's holdout on the wire: what marketing was worth, month by month.
import { z } from 'zod';
import { CustomerSummary } from './customer';
import { Instant, PageQuery, pageOf } from './page';

export const HoldoutQuery = z.strictObject({
  span: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('A stretch of time with one share of people held out. Left out: the newest one.'),
});
export type HoldoutQuery = z.infer<typeof HoldoutQuery>;

export const HoldoutPeopleQuery = PageQuery.extend({
  ...HoldoutQuery.shape,
  month: z.iso.date().optional().describe('One of the months of the report. Left out: the last one.'),
  view: z
    .enum(['alone', 'sinceStart'])
    .default('sinceStart')
    .describe('What they did in the month alone, or since each began to count.'),
  side: z.enum(['treated', 'heldOut']).default('treated'),
  who: z
    .enum(['everybody', 'ordered', 'bothSides', 'leftOut'])
    .default('everybody')
    .describe(
      'ordered: with an order. bothSides and leftOut: whom the report leaves out, and whose orders it counts with no revenue, of either side.',
    ),
  asOf: Instant.optional().describe('`until` of the report the figure stands in. Left out: now.'),
});
export type HoldoutPeopleQuery = z.infer<typeof HoldoutPeopleQuery>;

export const HoldoutPeople = pageOf(CustomerSummary);

export const HoldoutDrawState = z.object({
  draw: z
    .number()
    .nullable()
    .describe('Which draw is in force, from 1; null where nobody was ever held out.'),
  percent: z.number().describe('Held out now; 0 for nobody.'),
  drawnAt: Instant.nullable(),
  redrawFrom: Instant.nullable().describe('From when others may be drawn.'),
});
export type HoldoutDrawState = z.infer<typeof HoldoutDrawState>;

const Interval = z.object({ low: z.number(), high: z.number() });

const Side = z.object({
  people: z.number(),
  converted: z.number().describe('People with an order.'),
  rate: z.number().nullable().describe('Converted per person; null where nobody is on this side.'),
  revenue: z.number().nullable().describe('Orders less refunds, per person, who bought nothing as 0.'),
});

const Gain = z.object({
  difference: z.number().describe('Per person, those who got marketing less those held out.'),
  bounds: Interval.describe('At 95 %, of one look.'),
  lift: z.number().nullable().describe('The difference as a share of what those held out did.'),
  liftBounds: Interval.nullable().describe('Null where the baseline is too small for a percentage.'),
  extra: z.number().describe('The difference times all people who got marketing.'),
  extraBounds: Interval,
  share: z.number().nullable().describe('The part of what they did that they would not have done.'),
  isDistinguishable: z
    .boolean()
    .describe('False where the bounds hold 0: not distinguishable from zero yet.'),
});

const Figures = z.object({
  heldOut: Side,
  treated: Side,
  orders: Gain.nullable().describe('Null with fewer than two people on a side.'),
  revenue: Gain.nullable(),
  isThin: z.boolean().describe('Fewer than 100 people on a side, or 25 who ordered: too little to be read.'),
  cap: z
    .number()
    .nullable()
    .describe('A person’s revenue counts up to this: the 99.9th percentile of all people. Null: not cut.'),
});

const Span = z.object({
  span: z.number(),
  percent: z.number().describe('Of all customers, held out.'),
  startedAt: Instant,
  endedAt: Instant.nullable().describe('Null while it lasts.'),
});

export const HoldoutReport = z.object({
  percent: z.number().describe('Held out now; 0 for nobody.'),
  currency: z.string(),
  timeZone: z.string(),
  spans: z.array(Span).describe('Newest first. Empty where nobody was ever held out.'),
  span: z.number().nullable().describe('The one that the figures are of.'),
  until: Instant,
  months: z
    .array(
      z.object({
        month: z.iso.date().describe('Its first day, in the workspace’s zone.'),
        from: Instant,
        until: Instant,
        alone: Figures.describe('What happened in this month.'),
        sinceStart: Figures.describe('What happened since each person began to count, up to its end.'),
      }),
    )
    .describe('Oldest first.'),
  isSmall: z.boolean().describe('Fewer than 1,000 people are held out: differences are mostly chance.'),
  bothSides: z.number().describe('People left out because profiles of both sides became one.'),
  leftOut: z.number().describe('Orders that count with no revenue: another currency, or no amount.'),
});
export type HoldoutReport = z.infer<typeof HoldoutReport>;
