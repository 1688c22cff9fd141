// One visit to the web shop, from the first page to wherever it ends. History and live traffic walk the same paths.
import { type Catalogue, CURRENCY, type Product, productFacts, SHOP_URL } from './catalogue';
import type { Dice } from './dice';
import { type Line, lineProperties, linesOf, type Order, orderOf, orderProperties, wish } from './order';
import { type ShopEvent, shopEvent, type Visitor } from './shop-event';

/** How far the visit goes. */
export const intents = ['look', 'leave-basket', 'leave-checkout', 'buy'] as const;
export type Intent = (typeof intents)[number];

export interface Visit {
  readonly events: readonly ShopEvent[];
  readonly order: Order | null;
  readonly endsAt: number;
}

export interface Plan {
  readonly intent: Intent;
  readonly startsAt: number;
  readonly orderId: string;
  /** Mean pause between two steps, ms. */
  readonly paceMs: number;
}

export function visit(dice: Dice, catalogue: Catalogue, visitor: Visitor, plan: Plan): Visit {
  const steps = stepsOf(dice, visitor, plan);
  const looks = dice.int(1, 2);
  const seen = Array.from({ length: looks }, () => wish(dice, catalogue, visitor.shopper, plan.startsAt));
  for (const product of seen) steps.view(product);
  if (plan.intent === 'look') return steps.done(null);
  const more = dice.chance(0.45) ? [wish(dice, catalogue, visitor.shopper, plan.startsAt)] : [];
  const lines = linesOf(dice, [...seen.slice(-2), ...more]);
  for (const line of lines) steps.add(line);
  if (plan.intent === 'leave-basket') return steps.done(null);
  const order = orderOf(plan.orderId, lines, plan.startsAt);
  steps.checkout(order);
  if (plan.intent === 'leave-checkout') return steps.done(null);
  steps.pay(order);
  return steps.done(order);
}

function stepsOf(dice: Dice, visitor: Visitor, plan: Plan) {
  const events: ShopEvent[] = [];
  let at = plan.startsAt;
  const add = (what: Omit<Parameters<typeof shopEvent>[1], 'at'>) => {
    events.push(shopEvent(visitor, { ...what, at }));
    at += Math.round(plan.paceMs * (0.4 + dice.wait(0.6)));
  };
  const track = (name: string, properties: ShopEvent['properties']) =>
    add({ type: 'track', name, properties });
  const { category, path } = entrance(dice, visitor);
  add({ type: 'page', name: category, properties: { title: category, path, url: `${SHOP_URL}${path}` } });
  return {
    view: (product: Product) =>
      track('Product Viewed', { ...productFacts(product), currency: CURRENCY, url: product.url }),
    add: (line: Line) =>
      track('Product Added', { ...lineProperties(line), currency: CURRENCY, cart_id: plan.orderId }),
    checkout: (order: Order) => track('Checkout Started', orderProperties(order)),
    pay: (order: Order) => track('Order Completed', orderProperties(order)),
    done: (order: Order | null): Visit => ({ events, order, endsAt: events.at(-1)?.at ?? at }),
  };
}

function entrance(dice: Dice, { shopper }: Visitor): { category: string; path: string } {
  if (dice.chance(0.4)) return { category: 'Home', path: '/' };
  return { category: shopper.favourite, path: `/${shopper.favourite.toLowerCase()}` };
}
