// What charts and the persona page of segments are drawn from.
import { z } from 'zod';
import { Path } from '../condition/condition';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';
import { SeenPath } from './seen';

const people = z.number().int();

export const SegmentHistoryQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(366).default(30).describe('How many days back, today included.'),
});
export type SegmentHistoryQuery = z.infer<typeof SegmentHistoryQuery>;

const SegmentDay = z.object({
  day: z.iso.date().describe('As the workspace’s clock shows it.'),
  size: people
    .nullable()
    .describe('How many were in at its end; today, how many are in now. Null before it was made.'),
  entered: people.describe('How often customers came in that day.'),
  left: people.describe('How often customers left that day.'),
});

export const SegmentHistory = z.object({ data: z.array(SegmentDay) });
export type SegmentHistory = z.infer<typeof SegmentHistory>;

const values = {
  inside: z.iso.date(),
  entered: z.iso.date(),
  left: z.iso.date(),
  hour: z.string().regex(/^(1?\d|2[0-3])$/),
  weekday: z.string().regex(/^[1-7]$/),
} as const;

export const SegmentPeopleQuery = PageQuery.extend({
  figure: z
    .enum(['inside', 'entered', 'left', 'hour', 'weekday'])
    .describe('Of the history: in at the end of a day, came in, left. Of the persona: an hour, a weekday.'),
  value: z
    .string()
    .max(10)
    .describe('A day of the history, an hour from 0 to 23, or a weekday from Monday, 1.'),
}).refine(({ figure, value }) => values[figure].safeParse(value).success, {
  path: ['value'],
  message: 'must be a day such as 2026-03-01, an hour or a weekday',
});
export type SegmentPeopleQuery = z.infer<typeof SegmentPeopleQuery>;

export const SegmentPerson = z.object({
  customerId: idOf('cus'),
  customerLabel: z.string(),
  at: Instant.describe(
    'When they came or left; of who is inside, since when; of an hour or weekday, when they last did something then.',
  ),
  times: people.describe('For how many of the figure they stand.'),
});
export type SegmentPerson = z.infer<typeof SegmentPerson>;

const idsIn = (text: string) => text.split(',').flatMap((id) => idOf('seg').safeParse(id).data ?? []);

function segmentsUpTo(most: number) {
  return z
    .string()
    .max(400)
    .refine(
      (text) => idsIn(text).length === text.split(',').length,
      'must be ids of segments, joined by commas',
    )
    .transform((text) => [...new Set(idsIn(text))])
    .refine((ids) => ids.length <= most, `must be at most ${most}`)
    .describe(`Ids, joined by commas, up to ${most}.`);
}

export const CompositionQuery = z.strictObject({
  segments: segmentsUpTo(2),
  attribute: textUpTo(500)
    .min(1)
    .transform((text) => text.split('.'))
    .pipe(Path)
    .describe('Its keys joined by dots.'),
});
export type CompositionQuery = z.infer<typeof CompositionQuery>;

export const SegmentComposition = z.object({
  segments: z.array(z.object({ id: idOf('seg'), name: z.string(), size: people })),
  data: z
    .array(
      z.object({
        value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        kind: z
          .enum(['value', 'unknown', 'other'])
          .describe('Unknown: people without the attribute. Other: all further values together.'),
        people: z.array(people).describe('In the order of the segments.'),
      }),
    )
    .describe('The most common first. Lists and objects are among the others.'),
});
export type SegmentComposition = z.infer<typeof SegmentComposition>;

export const OverlapQuery = z.strictObject({ segments: segmentsUpTo(5) });
export type OverlapQuery = z.infer<typeof OverlapQuery>;

export const SegmentOverlap = z.object({
  segments: z.array(z.object({ id: idOf('seg'), name: z.string(), size: people })),
  data: z
    .array(z.object({ in: z.array(idOf('seg')), people }))
    .describe('Every combination that somebody is in: in exactly these of the segments. Most people first.'),
});
export type SegmentOverlap = z.infer<typeof SegmentOverlap>;

export const SegmentPersona = z.object({
  size: people,
  lookedAt: people.describe('The figures are of so many members: of all, or of 2,000 drawn by chance.'),
  attributes: z.array(SeenPath),
  buyers: people.describe('Of those looked at, how many have ordered.'),
  orders: people,
  products: z
    .array(z.object({ sku: z.string(), name: z.string(), people }))
    .describe('By how many bought them.'),
  channels: z.array(
    z.object({
      channel: z.enum(['email', 'sms']),
      consented: people,
      reached: people.describe('How many were sent something in the last 90 days.'),
    }),
  ),
  hours: z
    .array(z.number().int())
    .describe('Events of the last 90 days by hour of the workspace’s clock, from 0.'),
  weekdays: z.array(z.number().int()).describe('The same by weekday, from Monday.'),
});
export type SegmentPersona = z.infer<typeof SegmentPersona>;
