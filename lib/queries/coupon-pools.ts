// The coupon pools of the workspace, to choose one from.
import { queryOptions } from '@tanstack/react-query';
import type { CouponPool } from '@/lib/core/api/coupon';
import type { Page } from '@/lib/core/api/page';
import { getJson } from './get-json';

export function couponPoolChoicesQuery() {
  return queryOptions({
    queryKey: ['coupon-pools', 'choices'],
    queryFn: ({ signal }) => getJson<Page<CouponPool>>('/v1/coupon-pools', { limit: 200 }, signal),
    staleTime: 60_000,
  });
}
