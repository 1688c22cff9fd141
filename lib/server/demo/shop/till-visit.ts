// A purchase in one of the stores, known to us because the customer gave their number at the till.
import type { Catalogue } from './catalogue';
import type { Dice } from './dice';
import { linesOf, type Order, orderOf, orderProperties, wish } from './order';
import { type ShopEvent, shopEvent } from './shop-event';
import type { Shopper } from './shopper';

export function tillVisit(
  dice: Dice,
  catalogue: Catalogue,
  shopper: Shopper,
  { at, orderId }: { readonly at: number; readonly orderId: string },
): { readonly event: ShopEvent; readonly order: Order } {
  const { store } = shopper.place;
  const products = Array.from({ length: dice.int(1, 4) }, () => wish(dice, catalogue, shopper, at));
  const order = orderOf(orderId, linesOf(dice, products), at, store);
  const properties = { ...orderProperties(order), store, register: `till-${dice.int(1, 3)}` };
  const visitor = { shopper, device: null, isKnown: true };
  return { order, event: shopEvent(visitor, { at, type: 'track', name: 'Order Completed', properties }) };
}
