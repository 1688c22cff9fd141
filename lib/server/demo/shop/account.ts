// What the shop's own systems know about a customer after each order and complaint, and tell with an identify.
import type { JsonObject } from '@/lib/core/json';
import type { Category } from './catalogue';
import type { Order } from './order';

export interface Account {
  readonly orders: number;
  /** Cents. */
  readonly spent: number;
  readonly lastOrderAt: number | null;
  readonly byCategory: Readonly<Partial<Record<Category, number>>>;
  readonly openComplaints: number;
}

export const newAccount: Account = {
  orders: 0,
  spent: 0,
  lastOrderAt: null,
  byCategory: {},
  openComplaints: 0,
};

export function afterOrder(account: Account, order: Order, at: number): Account {
  const byCategory = { ...account.byCategory };
  for (const { product, quantity } of order.lines) {
    byCategory[product.category] = (byCategory[product.category] ?? 0) + product.price * quantity;
  }
  return {
    ...account,
    orders: account.orders + 1,
    spent: account.spent + order.total,
    lastOrderAt: at,
    byCategory,
  };
}

export function afterComplaint(account: Account, change: 1 | -1): Account {
  return { ...account, openComplaints: Math.max(0, account.openComplaints + change) };
}

/** The traits that orders decide. */
export function orderTraits({ orders, spent, lastOrderAt, byCategory }: Account): JsonObject {
  if (lastOrderAt === null) return {};
  const [favourite] = Object.entries(byCategory).sort(([, a], [, b]) => b - a);
  return {
    orders_count: orders,
    total_spent: spent / 100,
    average_order_value: Math.round(spent / orders) / 100,
    last_order_at: new Date(lastOrderAt).toISOString(),
    loyalty_tier: tierOf(spent),
    ...(favourite ? { favourite_category: favourite[0] } : {}),
  };
}

/** After so long without an order the shop's nightly job calls a customer lapsed. */
export const LAPSE_DAYS = 90;

export function lapseProperties({ orders, spent }: Account): JsonObject {
  return { days_since_order: LAPSE_DAYS, orders_count: orders, total_spent: spent / 100 };
}

function tierOf(spent: number): string {
  if (spent >= 60_000) return 'gold';
  if (spent >= 25_000) return 'silver';
  return spent >= 8_000 ? 'bronze' : 'none';
}
