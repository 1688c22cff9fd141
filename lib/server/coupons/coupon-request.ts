// Who wants a code, from which pool, and under which key a repeat is known.
import type { Id } from '@/lib/core/id';

export interface CouponRequest {
  readonly key: string;
  readonly poolId: Id<'cpl'>;
  readonly customerId: Id<'cus'>;
  readonly at: Date;
}
