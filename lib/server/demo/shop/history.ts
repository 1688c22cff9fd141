// The whole demo shop: catalogue, customers and eighteen months of what they did, the same for the same seed and the same end.
import { calendarOf, DAY } from './calendar';
import type { Catalogue } from './catalogue';
import { catalogueOfShop, customerOfShop, FIRST_NUMBER } from './customers';
import { diceOf } from './dice';
import { type Life, lifeOf } from './life';
import { campaignsBetween } from './newsletter';

export interface ShopSize {
  readonly seed: string;
  /** The last moment of the history, ms. */
  readonly until: number;
  readonly customers: number;
}

export interface Shop {
  readonly catalogue: Catalogue;
  readonly lives: readonly Life[];
}

/** Of the shop that comes with the product: its people are the same in every installation. */
export const SEED = 'meadow-and-main';
export const HISTORY_DAYS = 548;

export function historyOf({ seed, until, customers }: ShopSize): Shop {
  const from = until - HISTORY_DAYS * DAY;
  const catalogue = catalogueOfShop(seed);
  const world = { catalogue, calendar: calendarOf(from, until), campaigns: campaignsBetween(from, until) };
  const lives = Array.from({ length: customers }, (_, index) => {
    const number = FIRST_NUMBER + index;
    return lifeOf(diceOf(`${seed}/life ${number}`), customerOfShop(seed, number), world);
  });
  return { catalogue, lives };
}
