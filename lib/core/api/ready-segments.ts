// Ready segments and the grid of recency and frequency, as the API and the studio see them.
import { z } from 'zod';
import { Condition } from '../condition/condition';

const people = z.number().int().describe('Customers of whom it holds now.');
const revenue = z.number().describe('What they spent, over all time, in the currency of the workspace.');

const ReadySegment = z.object({
  family: z.enum(['rfm', 'lifecycle', 'channel']),
  key: z.string(),
  condition: Condition,
  people,
  revenue: revenue.nullable().describe('What they spent, over all time; null where it is not reckoned.'),
});

export const RfmCell = z.object({
  recency: z.number().int().describe('1 to 5, 5 for those who bought last.'),
  frequency: z.number().int().describe('1 to 5, 5 for those who bought most often.'),
  group: z.string(),
  people,
  revenue,
  condition: Condition.nullable().describe('Null where nobody has these scores.'),
});
export type RfmCell = z.infer<typeof RfmCell>;

export const ReadySegments = z.object({
  buyers: z.number().int().describe('Customers with at least one order.'),
  spanDays: z.number().int().describe('Whole days since the first order.'),
  isEnough: z.boolean().describe('At least 500 buyers and 180 days: with fewer, scores say little.'),
  currency: z.string(),
  grid: z.array(RfmCell).describe('Twenty-five cells.'),
  segments: z.array(ReadySegment),
});
export type ReadySegments = z.infer<typeof ReadySegments>;
