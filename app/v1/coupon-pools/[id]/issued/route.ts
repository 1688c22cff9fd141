// Who got which code of a pool.
import { endpoints } from '@/lib/core/api/endpoints';
import { listIssuedCoupons } from '@/lib/server/coupons/list-issued-coupons';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listIssuedCoupons, listIssuedCoupons);
