// What goes wrong with orders, and how the shop puts it right.
import type { JsonObject } from '@/lib/core/json';
import { DAY } from './calendar';
import type { Dice } from './dice';

export interface Complaint {
  readonly opened: JsonObject;
  readonly closed: JsonObject;
  readonly opensAfterMs: number;
  readonly takesMs: number;
}

const reasons = [
  'arrived broken',
  'late delivery',
  'wrong item',
  'missing item',
  'not as described',
  'charged twice',
] as const;
const answers = ['replacement sent', 'refunded', 'voucher given', 'explained'] as const;
const ways = ['e-mail', 'phone', 'chat', 'store'] as const;

/** The complaint about this order; who calls decides whether there is one. */
export function complaintOf(dice: Dice, orderId: string): Complaint {
  const facts = { complaint_id: `C-${orderId}`, order_id: orderId };
  return {
    opened: { ...facts, reason: dice.pick(reasons), channel: dice.pick(ways) },
    closed: { ...facts, resolution: dice.pick(answers), satisfaction: dice.int(2, 5) },
    opensAfterMs: dice.between(1, 8) * DAY,
    takesMs: dice.between(0.2, 6) * DAY,
  };
}
