// The people of the demo shop by their number: history and live traffic must mean the same person.
import { type Catalogue, catalogueOf } from './catalogue';
import { diceOf } from './dice';
import { type Shopper, shopperOf } from './shopper';

/** Customers are numbered from here. */
export const FIRST_NUMBER = 10_001;

export function catalogueOfShop(seed: string): Catalogue {
  return catalogueOf(diceOf(`${seed}/catalogue`));
}

export function customerOfShop(seed: string, number: number): Shopper {
  return shopperOf(diceOf(`${seed}/shopper ${number}`), number);
}
