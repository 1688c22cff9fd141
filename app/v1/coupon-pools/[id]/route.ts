// One coupon pool.
import { endpoints } from '@/lib/core/api/endpoints';
import { findCouponPool } from '@/lib/server/coupons/find-coupon-pool';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findCouponPool, findCouponPool);
