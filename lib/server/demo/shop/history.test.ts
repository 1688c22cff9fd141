// The shop is the same for the same seed, and what happens in it could have happened.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, promotionAt } from './calendar';
import { HISTORY_DAYS, historyOf } from './history';
import type { Life } from './life';
import { languages } from './places';
import type { ShopEvent } from './shop-event';

const until = Date.parse('2026-03-14T15:09:26Z');
const shop = historyOf({ seed: 'test', until, customers: 700 });
const events = shop.lives.flatMap((life) => life.events);
const named = (name: string) => events.filter((event) => event.name === name);
const skus = new Map(shop.catalogue.map((product) => [product.sku, product]));
const cents = (value: unknown) => Math.round(Number(value) * 100);

interface Line {
  readonly sku: string;
  readonly name: string;
  readonly price: number;
  readonly quantity: number;
}
// The generator's own events: their products are lines by construction.
const linesOf = (event: ShopEvent) => event.properties.products as unknown as Line[];

it('is the same, byte for byte, for the same seed and end', () => {
  const hash = (seed: string) =>
    createHash('sha256')
      .update(JSON.stringify(historyOf({ seed, until, customers: 100 })))
      .digest('hex');
  expect(hash('test')).toBe(hash('test'));
  expect(hash('test')).not.toBe(hash('another'));
});

it('does not change a customer when there are more of them', () => {
  const few = historyOf({ seed: 'test', until, customers: 20 });
  expect(few.lives).toEqual(shop.lives.slice(0, 20));
});

describe('catalogue', () => {
  it('holds 200 different products, some sold out', () => {
    expect(shop.catalogue).toHaveLength(200);
    expect(skus.size).toBe(200);
    expect(new Set(shop.catalogue.map(({ name }) => name)).size).toBe(200);
    expect(new Set(shop.catalogue.map(({ url }) => url)).size).toBe(200);
    expect(shop.catalogue.every(({ name, price }) => name.length > 3 && price > 0)).toBe(true);
    const soldOut = shop.catalogue.filter(({ stock }) => stock === 0).length;
    expect(soldOut).toBeGreaterThan(2);
    expect(soldOut).toBeLessThan(40);
  });
});

describe('customers', () => {
  it('are different people in six languages and several time zones', () => {
    const shoppers = shop.lives.map(({ shopper }) => shopper);
    expect(new Set(shoppers.map(({ language }) => language))).toEqual(new Set(languages));
    expect(new Set(shoppers.map(({ place }) => place.timeZone)).size).toBeGreaterThan(8);
    expect(new Set(shoppers.map(({ habit }) => habit)).size).toBe(5);
    for (const unique of ['userId', 'email'] as const) {
      expect(new Set(shoppers.map((shopper) => shopper[unique])).size).toBe(shoppers.length);
    }
    const phones = shoppers.flatMap(({ phone }) => phone ?? []);
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.every((phone) => /^\+\d{11,13}$/.test(phone))).toBe(true);
  });

  it('have addresses at which nobody can be reached', () => {
    expect(shop.lives.every(({ shopper }) => /^[a-z]+\.[a-z]+\d+@[a-z]+\.example$/.test(shopper.email))).toBe(
      true,
    );
  });

  it('hear nothing on a channel to which they have not agreed', () => {
    for (const { shopper, consents } of shop.lives) {
      expect(consents.some(({ channel }) => channel === 'sms')).toBe(shopper.phone !== null);
      expect(consents.find(({ channel }) => channel === 'email')?.state).toBe(
        shopper.consents.email ? 'opted-in' : 'opted-out',
      );
    }
    const reads = ({ events: own }: Life) => own.some(({ name }) => name === 'Email Opened');
    expect(shop.lives.filter(reads).every(({ shopper }) => shopper.consents.email)).toBe(true);
  });
});

describe('identity', () => {
  it('is anonymous up to the sign-up, and begins with an identify', () => {
    for (const { shopper, events: own } of shop.lives) {
      const signUps = own.filter(({ name }) => name === 'Signed Up');
      expect(signUps).toHaveLength(1);
      const first = own.findIndex(({ userId }) => userId !== null);
      expect(own[first]).toMatchObject({ type: 'identify', userId: shopper.userId });
      expect(own[first]?.traits).toMatchObject({ email: shopper.email, orders_count: 0 });
      expect(own[first + 1]?.name).toBe('Signed Up');
      expect(own.slice(0, first).every(({ anonymousId }) => anonymousId !== null)).toBe(true);
    }
  });

  it('uses a browser as a known customer only after it has signed in', () => {
    for (const { events: own } of shop.lives) {
      const signedIn = new Set<string | null>([null]);
      for (const { type, userId, anonymousId } of own) {
        if (userId === null) continue;
        if (type === 'identify') signedIn.add(anonymousId);
        expect(signedIn.has(anonymousId)).toBe(true);
      }
    }
  });
});

describe('time', () => {
  it('runs forward, within eighteen months', () => {
    for (const { events: own } of shop.lives) {
      const times = own.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every(Number.isInteger)).toBe(true);
    }
    expect(events.every(({ at }) => at >= until - HISTORY_DAYS * DAY && at < until)).toBe(true);
  });

  it('has evenings and Decembers', () => {
    const orders = named('Order Completed').filter(({ properties }) => properties.store === undefined);
    const inLondon = orders.filter(({ context }) => context.timezone === 'Europe/London');
    const hour = ({ at }: ShopEvent) => Math.floor((at % DAY) / HOUR);
    const evening = inLondon.filter((order) => hour(order) >= 18 && hour(order) <= 22).length;
    const night = inLondon.filter((order) => hour(order) >= 1 && hour(order) <= 5).length;
    expect(evening).toBeGreaterThan(4 * night);
    const inMonth = (month: string) =>
      orders.filter(({ at }) => new Date(at).toISOString().startsWith(month));
    expect(inMonth('2025-12').length).toBeGreaterThan(1.2 * inMonth('2025-08').length);
  });
});

describe('orders', () => {
  it('cost what their lines cost, less the promotion of the day, plus shipping', () => {
    expect(named('Order Completed').length).toBeGreaterThan(500);
    for (const event of [...named('Order Completed'), ...named('Checkout Started')]) {
      const { subtotal, discount, shipping, total, coupon, currency } = event.properties;
      const lines = linesOf(event);
      const sum = lines.reduce((all, { price, quantity }) => all + cents(price) * quantity, 0);
      expect(cents(subtotal)).toBe(sum);
      expect(cents(total)).toBe(cents(subtotal) - cents(discount) + cents(shipping));
      expect(currency).toBe('EUR');
      if (coupon !== undefined) expect(promotionAt(event.at)?.coupon).toBe(coupon);
    }
  });

  it('are of products that exist, at their price', () => {
    const bought = named('Order Completed').flatMap(linesOf);
    const seen = [...named('Product Viewed'), ...named('Product Added')].map(({ properties }) => properties);
    for (const { sku, name, price } of [...bought, ...seen]) {
      const product = skus.get(String(sku));
      expect({ name, cents: cents(price) }).toEqual({ name: product?.name, cents: product?.price });
    }
  });

  it('have ids of their own, and follow a checkout with the same id unless made in a store', () => {
    const ids = named('Order Completed').map(({ properties }) => properties.order_id);
    expect(new Set(ids).size).toBe(ids.length);
    const checkouts = new Map(named('Checkout Started').map((event) => [event.properties.order_id, event]));
    for (const order of named('Order Completed')) {
      const checkout = checkouts.get(order.properties.order_id);
      if (order.properties.store !== undefined) expect(checkout).toBeUndefined();
      else expect(checkout?.at).toBeLessThan(order.at);
    }
    expect(checkouts.size).toBeGreaterThan(ids.length);
  });
});

it('complains only about orders that arrived, and closes only what was opened', () => {
  for (const { events: own } of shop.lives) {
    const ordered = new Map(
      own.filter(({ name }) => name === 'Order Completed').map((e) => [e.properties.order_id, e.at]),
    );
    const opened = new Map<unknown, number>();
    for (const { name, properties, at } of own) {
      if (name === 'Complaint Opened') {
        expect(ordered.get(properties.order_id)).toBeLessThan(at);
        opened.set(properties.complaint_id, at);
      }
      if (name === 'Complaint Closed') expect(opened.get(properties.complaint_id)).toBeLessThan(at);
    }
  }
  expect(named('Complaint Opened').length).toBeGreaterThan(named('Complaint Closed').length - 1);
});

it('tells totals that are the sum of what was ordered', () => {
  for (const { events: own } of shop.lives) {
    const orders = own.filter(({ name }) => name === 'Order Completed');
    const attributes = Object.assign({}, ...own.map(({ traits }) => traits));
    expect(attributes.orders_count).toBe(orders.length);
    const spent = orders.reduce((sum, { properties }) => sum + cents(properties.total), 0);
    expect(cents(attributes.total_spent)).toBe(spent);
    if (orders.length > 0) expect(Date.parse(attributes.last_order_at)).toBe(orders.at(-1)?.at);
    const opened = own.filter(({ name }) => name === 'Complaint Opened').length;
    const closed = own.filter(({ name }) => name === 'Complaint Closed').length;
    expect(attributes.open_complaints).toBe(opened - closed);
  }
});

it('knows the favourite category by what was spent in it', () => {
  for (const { events: own } of shop.lives) {
    const spent: Record<string, number> = {};
    for (const line of own.filter(({ name }) => name === 'Order Completed').flatMap(linesOf)) {
      const category = skus.get(line.sku)?.category ?? '';
      spent[category] = (spent[category] ?? 0) + cents(line.price) * line.quantity;
    }
    const { favourite_category: favourite } = Object.assign({}, ...own.map(({ traits }) => traits));
    expect(spent[favourite] ?? 0).toBe(Math.max(0, ...Object.values(spent)));
  }
});
