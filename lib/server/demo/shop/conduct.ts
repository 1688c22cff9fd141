// How often each kind of customer comes by, how far a visit goes and for how long they stay with the shop.
import { DAY } from './calendar';
import type { Dice } from './dice';
import type { Habit } from './shopper';
import type { Intent } from './visit';

export interface Conduct {
  readonly visitsPerMonth: number;
  /** Chance that the visit in which they sign up ends with an order. */
  readonly firstBuy: number;
  readonly intents: Readonly<Record<Intent, number>>;
  readonly mostOrders: number;
  /** How long they keep coming, ms; null: to this day. */
  staysMs(dice: Dice): number | null;
}

export const conductOf: Readonly<Record<Habit, Conduct>> = {
  loyal: {
    visitsPerMonth: 0.65,
    firstBuy: 0.8,
    intents: { look: 36, 'leave-basket': 16, 'leave-checkout': 8, buy: 40 },
    mostOrders: Number.POSITIVE_INFINITY,
    staysMs: () => null,
  },
  regular: {
    visitsPerMonth: 0.26,
    firstBuy: 0.6,
    intents: { look: 46, 'leave-basket': 19, 'leave-checkout': 10, buy: 25 },
    mostOrders: Number.POSITIVE_INFINITY,
    staysMs: () => null,
  },
  lapsing: {
    visitsPerMonth: 0.5,
    firstBuy: 0.65,
    intents: { look: 46, 'leave-basket': 19, 'leave-checkout': 10, buy: 25 },
    mostOrders: Number.POSITIVE_INFINITY,
    staysMs: (dice) => dice.between(40, 220) * DAY,
  },
  'one-time': {
    visitsPerMonth: 0.07,
    firstBuy: 0.75,
    intents: { look: 66, 'leave-basket': 14, 'leave-checkout': 5, buy: 15 },
    mostOrders: 1,
    staysMs: (dice) => dice.between(10, 150) * DAY,
  },
  browsing: {
    visitsPerMonth: 0.1,
    firstBuy: 0,
    intents: { look: 80, 'leave-basket': 16, 'leave-checkout': 4, buy: 0 },
    mostOrders: 0,
    staysMs: (dice) => dice.between(20, 300) * DAY,
  },
};
