// A workspace that holds people out, for tests: from which day, and addresses that are drawn or not.
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { isHeldOut } from '@/lib/core/policy/holdout';
import type { Actor } from '../../actor';
import { saveDelivery } from '../../delivery/save-delivery';
import { setNow } from '../../testing/clock';
import { unwrap } from '../../testing/unwrap';

export const holding = {
  /** The first draw of most tests; the more are held out, the sooner an address is found. */
  draw: { percent: 15, draw: 1 },

  day: (date: string) => new Date(`${date}T10:00:00Z`),

  order: (total: number, currency?: string) => ({ total, ...(currency && { currency }) }),

  /** Sets the clock to that day, and the share. */
  async share(actor: Actor, on: string, holdoutPercent: number): Promise<void> {
    setNow(holding.day(on));
    unwrap(await saveDelivery(actor, DeliveryPolicy.parse({ holdoutPercent })));
  },

  /** An address that is held out by the draw, or one that is not. */
  emailOf({ workspaceId }: Actor, isHeld: boolean, name = 'p'): string {
    for (let at = 0; ; at += 1) {
      const email = `${name}${at}@shop.test`;
      if (isHeldOut(holding.draw, { workspaceId, customerId: '', email }) === isHeld) return email;
    }
  },
};
