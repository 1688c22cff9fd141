// The coupon pools, and making one.
import { endpoints } from '@/lib/core/api/endpoints';
import { createCouponPool } from '@/lib/server/coupons/create-coupon-pool';
import { listCouponPools } from '@/lib/server/coupons/list-coupon-pools';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listCouponPools, listCouponPools);
export const POST = route(endpoints.createCouponPool, createCouponPool);
