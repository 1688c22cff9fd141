// Coupon pools for the browser, and who got which code.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CouponPool, IssuedCoupon } from '@/lib/core/api/coupon';
import type { Page } from '@/lib/core/api/page';
import { byCursor } from './by-cursor';
import { getJson } from './get-json';

const refreshMs = 5_000;

export function couponPoolsQuery() {
  return infiniteQueryOptions({
    queryKey: ['coupon-pools', 'list'],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<CouponPool>>('/v1/coupon-pools', { cursor: pageParam }, signal),
    ...byCursor,
    refetchInterval: refreshMs,
  });
}

export function issuedCouponsQuery(poolId: string, filter: { search?: string | undefined }) {
  return infiniteQueryOptions({
    queryKey: ['coupon-pools', poolId, 'issued', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<IssuedCoupon>>(
        `/v1/coupon-pools/${poolId}/issued`,
        { ...filter, cursor: pageParam },
        signal,
      ),
    ...byCursor,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
}
