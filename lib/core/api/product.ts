// The catalogue, as the API and the studio see it.
import { z } from 'zod';
import { isWebAddress } from '../link';
import { textUpTo } from '../text';
import { ImportReport } from './import';
import { Instant, PageQuery } from './page';

const MOST = 2_000_000_000;

const Sku = textUpTo(100).trim().min(1);
const Url = textUpTo(2_000).refine(isWebAddress, 'must be a web address');

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

export const ProductRef = z.strictObject({ sku: Sku });
export type ProductRef = z.infer<typeof ProductRef>;

export const ProductInput = z.strictObject({
  sku: Sku,
  name: textUpTo(300).trim().min(1).optional().describe('Needed where the product is new.'),
  category: textUpTo(200).trim().optional(),
  price: z
    .number()
    .int()
    .min(0)
    .max(MOST)
    .optional()
    .describe('Minor units of the workspace’s currency: 1290 is 12.90. Needed where the product is new.'),
  stock: z.number().int().min(0).max(MOST).optional().describe('Needed where the product is new.'),
  url: Url.nullable().optional(),
});
export type ProductInput = z.infer<typeof ProductInput>;

const MAX_PRODUCTS_AT_ONCE = 1_000;

export const SaveProducts = z.strictObject({
  products: z
    .array(ProductInput)
    .min(1)
    .max(MAX_PRODUCTS_AT_ONCE)
    .refine((all) => new Set(all.map(({ sku }) => sku)).size === all.length, 'must not name one SKU twice'),
});
export type SaveProducts = z.infer<typeof SaveProducts>;

export const SavedProducts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  changes: z
    .number()
    .int()
    .describe('Price drops, returns to stock and low stocks: what live journeys are told of.'),
});
export type SavedProducts = z.infer<typeof SavedProducts>;

export const ImportedProducts = SavedProducts.extend(ImportReport.shape);
export type ImportedProducts = z.infer<typeof ImportedProducts>;
