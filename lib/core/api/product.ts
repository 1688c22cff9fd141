// The catalogue, as the studio sees it.
import { z } from 'zod';
import { Instant, PageQuery } from './page';

export const ProductEntry = z.object({
  sku: z.string(),
  name: z.string(),
  category: z.string(),
  /** Minor units of the workspace's currency. */
  price: z.number().int(),
  stock: z.number().int(),
  url: z.string().nullable(),
  updatedAt: Instant,
});
export type ProductEntry = z.infer<typeof ProductEntry>;

export const ListProducts = PageQuery.extend({
  search: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Start of a SKU, or a part of the name or category.'),
});
export type ListProducts = z.infer<typeof ListProducts>;
