// Which attributes and properties there are, learned from what arrived lately, so that pickers need no schema.
import { z } from 'zod';
import { textUpTo } from '../text';

export const SeenKind = z.enum(['text', 'number', 'yes-no', 'list']);
export type SeenKind = z.infer<typeof SeenKind>;

export const SeenPath = z.object({
  path: z.array(z.string()).describe('Keys from the outside in; `[]` stands for the items of a list.'),
  count: z.number().int().describe('In how many of those looked at it had a value.'),
  kinds: z.array(SeenKind).describe('Kinds of value, the most common first.'),
  values: z
    .array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]), count: z.number().int() }))
    .describe('Values, the most common first; of lists their items.'),
});
export type SeenPath = z.infer<typeof SeenPath>;

export const SeenPaths = z.object({
  lookedAt: z.number().int().describe('How many customers or events were looked at, newest first.'),
  data: z.array(SeenPath),
});
export type SeenPaths = z.infer<typeof SeenPaths>;

export const ListSeenProperties = z.strictObject({
  name: textUpTo(200).min(1).describe('The event whose properties are asked for.'),
});
export type ListSeenProperties = z.infer<typeof ListSeenProperties>;
