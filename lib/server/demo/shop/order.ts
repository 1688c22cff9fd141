// Baskets and what they cost. Money is counted in cents here and told in euros in events.
import type { JsonObject } from '@/lib/core/json';
import { promotionAt, wanted } from './calendar';
import { type Catalogue, type Category, CURRENCY, categories, type Product, productFacts } from './catalogue';
import type { Dice } from './dice';
import type { Shopper } from './shopper';

export interface Line {
  readonly product: Product;
  readonly quantity: number;
}

export interface Order {
  readonly orderId: string;
  readonly lines: readonly Line[];
  readonly subtotal: number;
  readonly discount: number;
  readonly shipping: number;
  readonly total: number;
  readonly coupon: string | null;
  /** Where it was bought: null for the web shop. */
  readonly store: string | null;
}

const FREE_SHIPPING = 6_000;
const SHIPPING = 490;

/** Something this person might look at on that day. */
export function wish(dice: Dice, catalogue: Catalogue, shopper: Shopper, at: number): Product {
  const liking = (category: Category) => (category === shopper.favourite ? 5 : 1) * wanted(category, at);
  const category = dice.weighted(categories, liking);
  const [first = catalogue[0], ...others] = catalogue.filter((product) => product.category === category);
  return dice.weighted([first, ...others], ({ popularity }) => popularity);
}

export function linesOf(dice: Dice, products: readonly Product[]): Line[] {
  return [...new Set(products)].map((product) => {
    const isCheap = product.price < 1_500;
    return { product, quantity: isCheap && dice.chance(0.3) ? dice.int(2, 4) : 1 };
  });
}

export function orderOf(
  orderId: string,
  lines: readonly Line[],
  at: number,
  store: string | null = null,
): Order {
  const subtotal = lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
  const promotion = promotionAt(at);
  const discount = promotion ? Math.round((subtotal * promotion.percent) / 100) : 0;
  const shipping = store || subtotal - discount >= FREE_SHIPPING ? 0 : SHIPPING;
  const total = subtotal - discount + shipping;
  return { orderId, lines, subtotal, discount, shipping, total, coupon: promotion?.coupon ?? null, store };
}

export function orderProperties(order: Order): JsonObject {
  const { orderId, coupon, store } = order;
  return {
    order_id: orderId,
    affiliation: store ?? 'Web shop',
    subtotal: order.subtotal / 100,
    discount: order.discount / 100,
    shipping: order.shipping / 100,
    total: order.total / 100,
    currency: CURRENCY,
    ...(coupon === null ? {} : { coupon }),
    products: order.lines.map(lineProperties),
  };
}

export function lineProperties({ product, quantity }: Line): JsonObject {
  return { ...productFacts(product), quantity };
}
