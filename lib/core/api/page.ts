// The shape of every list and every error that leaves the product.
import { z } from 'zod';

/** A page of a list: newest first; `next` is the cursor of the following page, null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), next: z.string().nullable() });
}

export interface Page<Item> {
  data: Item[];
  next: string | null;
}

/** Query of every list. `limit` 1 to 200, 50 where it is not given. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many entries a page holds.'),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const ApiError = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  others: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .describe('The other fields that are wrong as well.'),
});
export type ApiError = z.infer<typeof ApiError>;

/** An instant on the wire: ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
