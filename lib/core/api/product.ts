// The catalogue, as the studio sees it.
import { z } from 'zod';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

export const ProductEntry = z.object({
  sku: z.string(),
  name: z.string(),
  category: z.string(),
  price: z.number().int().describe('Minor units of the workspace’s currency.'),
  stock: z.number().int(),
  url: z.string().nullable(),
  updatedAt: Instant,
});
export type ProductEntry = z.infer<typeof ProductEntry>;

export const ListProducts = PageQuery.extend({
  search: textUpTo(200)
    .trim()
    .min(1)
    .optional()
    .describe('Start of a SKU, or a part of the name or category.'),
});
export type ListProducts = z.infer<typeof ListProducts>;
