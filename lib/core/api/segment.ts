// Segments and who is in them, as the API and the studio see them.
import { z } from 'zod';
import { Condition } from '../condition/condition';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

export const SegmentSummary = z.object({
  id: idOf('seg'),
  name: z.string(),
  description: z.string(),
  condition: Condition.nullable().describe('Null where members are named one by one.'),
  template: z.string().nullable().describe('The ready segment it was made from.'),
  size: z.number().int().describe('How many customers are in it now.'),
  filled: z
    .number()
    .describe('0 to 1: for which share of the customers the condition as it is now was judged.'),
  revision: z.number().int().describe('Raised by every change; a save names the one it started from.'),
  isArchived: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type SegmentSummary = z.infer<typeof SegmentSummary>;

/** What would notice if the segment were gone. */
export const SegmentUse = z.object({
  kind: z.enum(['journey', 'segment']),
  id: z.string(),
  name: z.string(),
});
export type SegmentUse = z.infer<typeof SegmentUse>;

export const SegmentDetail = SegmentSummary.extend({
  usedBy: z
    .array(SegmentUse)
    .describe('Live and paused journeys and other segments whose conditions name it.'),
});
export type SegmentDetail = z.infer<typeof SegmentDetail>;

const SegmentName = textUpTo(120).trim().min(1);
const Description = textUpTo(500).trim();

export const ListSegments = PageQuery.extend({
  search: textUpTo(120).trim().min(1).optional().describe('A part of the name.'),
  state: z.enum(['active', 'archived']).default('active'),
});
export type ListSegments = z.infer<typeof ListSegments>;

export const CreateSegment = z.strictObject({
  name: SegmentName,
  description: Description.default(''),
  condition: Condition,
  template: textUpTo(60).nullable().default(null).describe('The ready segment it was made from.'),
});
export type CreateSegment = z.infer<typeof CreateSegment>;

export const SegmentRef = z.strictObject({ id: idOf('seg') });
export type SegmentRef = z.infer<typeof SegmentRef>;

export const SaveSegment = z.strictObject({
  id: idOf('seg'),
  name: SegmentName.optional(),
  description: Description.optional(),
  condition: Condition.optional(),
  revision: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('The revision the change started from. Left out, the save overwrites whatever is there.'),
});
export type SaveSegment = z.infer<typeof SaveSegment>;

export const DuplicateSegment = z.strictObject({ id: idOf('seg'), name: SegmentName });
export type DuplicateSegment = z.infer<typeof DuplicateSegment>;

export const PreviewSegment = z.strictObject({ condition: Condition });
export type PreviewSegment = z.infer<typeof PreviewSegment>;

export const SegmentPreview = z.object({
  size: z.number().int().describe('How many customers fulfil the condition now.'),
  total: z.number().int().describe('How many customers there are.'),
  sample: z
    .array(z.object({ customerId: idOf('cus'), customerLabel: z.string() }))
    .describe('Up to ten of them, the newest customers first.'),
});
export type SegmentPreview = z.infer<typeof SegmentPreview>;

export const SegmentMember = z.object({
  customerId: idOf('cus'),
  customerLabel: z.string(),
  enteredAt: Instant,
});
export type SegmentMember = z.infer<typeof SegmentMember>;
