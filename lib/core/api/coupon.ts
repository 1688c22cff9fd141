// Coupon pools and the codes in them, as the API and the studio see them.
import { z } from 'zod';
import { LEAST_PLACES, placesOf } from '../coupons/coupon-pattern';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { ImportReport } from './import';
import { Instant, PageQuery } from './page';

export const CouponPool = z.object({
  id: idOf('cpl'),
  name: z.string(),
  pattern: z.string().nullable().describe('Null where the codes were imported.'),
  issued: z.number().int().describe('How many codes customers have got.'),
  free: z.number().int().nullable().describe('How many are left; null where a pattern makes new ones.'),
  createdAt: Instant,
});
export type CouponPool = z.infer<typeof CouponPool>;

const Pattern = textUpTo(60)
  .trim()
  .refine((pattern) => placesOf(pattern) >= LEAST_PLACES, `must hold at least ${LEAST_PLACES} times #`)
  .refine((pattern) => /^[!-~]+$/.test(pattern), 'must hold only letters, digits and signs, no spaces');

export const CreateCouponPool = z.strictObject({
  name: textUpTo(120).trim().min(1),
  pattern: Pattern.nullable()
    .default(null)
    .describe('Each # becomes a letter or digit that is not mistaken for another, as in TEA-########.'),
});
export type CreateCouponPool = z.infer<typeof CreateCouponPool>;

export const CouponPoolRef = z.strictObject({ id: idOf('cpl') });
export type CouponPoolRef = z.infer<typeof CouponPoolRef>;

export const ListCouponPools = PageQuery;
export type ListCouponPools = z.infer<typeof ListCouponPools>;

export const CouponCode = textUpTo(100).trim().min(1);

export const IssuedCoupon = z.object({
  code: z.string(),
  customerId: idOf('cus'),
  customerLabel: z.string(),
  issuedAt: Instant,
});
export type IssuedCoupon = z.infer<typeof IssuedCoupon>;

export const ListIssuedCoupons = PageQuery.extend({
  search: textUpTo(100).trim().min(1).optional().describe('Start of a code.'),
});
export type ListIssuedCoupons = z.infer<typeof ListIssuedCoupons>;

export const ImportedCoupons = z.object({
  added: z.number().int(),
  known: z.number().int().describe('Codes that were in the pool already.'),
  ...ImportReport.shape,
});
export type ImportedCoupons = z.infer<typeof ImportedCoupons>;
