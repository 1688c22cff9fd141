// Who comes by next while live traffic is on, and what for. Weighted so that every ready journey has something to do.
import type { Account } from '../shop/account';
import type { Catalogue } from '../shop/catalogue';
import { customerOfShop, FIRST_NUMBER } from '../shop/customers';
import type { Dice } from '../shop/dice';
import type { ShopEvent } from '../shop/shop-event';
import type { Shopper } from '../shop/shopper';
import type { Intent } from '../shop/visit';
import { firstVisit, knownVisit, lapse, letterRead, type Stage, storePurchase } from './scenes';

export interface Crowd {
  readonly dice: Dice;
  readonly catalogue: Catalogue;
  readonly seed: string;
  /** How many customers the shop already has. */
  customers: number;
  accountOf(shopper: Shopper): Promise<Account>;
}

const occasions = ['visit', 'newcomer', 'passer-by', 'store', 'letter', 'lapse'] as const;
const shares = { visit: 48, newcomer: 22, 'passer-by': 8, store: 8, letter: 9, lapse: 5 } as const;

const intentShares: Readonly<Record<Intent, number>> = {
  look: 24,
  'leave-basket': 16,
  'leave-checkout': 30,
  buy: 30,
};
const intents = ['look', 'leave-basket', 'leave-checkout', 'buy'] as const;

const TRIES = 40;

/** One person's visit, as events with their times. */
export async function nextScene(crowd: Crowd, at: number, paceMs: number): Promise<ShopEvent[]> {
  const { dice, catalogue } = crowd;
  const stage: Stage = { dice, catalogue, at, paceMs };
  const intent = dice.weighted(intents, (each) => intentShares[each]);
  const occasion = dice.weighted(occasions, (each) => shares[each]);
  switch (occasion) {
    case 'visit': {
      const shopper = somebody(crowd, ({ habit }) => habit === 'loyal' || habit === 'regular');
      return knownVisit(stage, shopper, await crowd.accountOf(shopper), intent);
    }
    case 'newcomer': {
      const shopper = newcomer(crowd);
      crowd.customers += 1;
      return firstVisit(stage, shopper, intent, true);
    }
    // The same person may sign up later: who is new is decided by how many customers there are.
    case 'passer-by':
      return firstVisit(stage, newcomer(crowd), 'look', false);
    case 'store': {
      const shopper = somebody(crowd, ({ place, habit }) => place.store !== null && habit !== 'browsing');
      return storePurchase(stage, shopper, await crowd.accountOf(shopper));
    }
    case 'letter': {
      const shopper = somebody(crowd, ({ attention }) => attention > 0.1);
      return letterRead(stage, shopper, await crowd.accountOf(shopper));
    }
    case 'lapse': {
      const shopper = somebody(crowd, ({ habit }) => habit === 'lapsing' || habit === 'one-time');
      const account = await crowd.accountOf(shopper);
      return account.orders > 0 ? lapse(stage, shopper, account) : [];
    }
  }
}

function newcomer({ seed, customers }: Crowd): Shopper {
  return customerOfShop(seed, FIRST_NUMBER + customers);
}

/** A customer for whom this fits; after many misses, whoever comes. */
function somebody({ dice, seed, customers }: Crowd, fits: (shopper: Shopper) => boolean): Shopper {
  for (let attempt = 1; ; attempt += 1) {
    const shopper = customerOfShop(seed, dice.int(FIRST_NUMBER, FIRST_NUMBER + customers - 1));
    if (fits(shopper) || attempt === TRIES) return shopper;
  }
}
