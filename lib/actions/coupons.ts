// Everything the studio does to coupon pools.
'use server';

import { CreateCouponPool } from '@/lib/core/api/coupon';
import { action } from '@/lib/server/action';
import { createCouponPool as createCouponPoolVerb } from '@/lib/server/coupons/create-coupon-pool';

export const createCouponPool = action('createCouponPool', CreateCouponPool, createCouponPoolVerb);
