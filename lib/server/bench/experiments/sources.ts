// The people of a simulation: some convert at a known rate, or spend by a known law.
import type { Estimate } from '../../../core/experiment/estimate';
import { estimateRate } from '../../../core/experiment/estimate-rate';
import { winsorCap } from '../../../core/experiment/winsor-cap';
import { binomial, dealt, order } from './draws';
import type { Seen, Source } from './phase';

/** Arms that convert at these rates. */
export function rateSource(rates: readonly number[]): Source {
  let seen: Seen[] = rates.map(() => ({ people: 0, conversions: 0 }));
  return {
    more(random, people) {
      const counts = dealt(random, people, rates.length);
      seen = seen.map((arm, index) => {
        const [more, rate] = [counts[index] ?? 0, rates[index] ?? 0];
        return { people: arm.people + more, conversions: arm.conversions + binomial(random, more, rate) };
      });
      return seen;
    },
    estimates: () => seen.map(({ people, conversions }) => estimateRate(conversions, people)),
  };
}

const LEVEL = 0.999;
const MU = 4;
const SIGMA = 1.1;

/** Arms of which a share `rate` buys once, for sums with a long tail; the cap is that of everybody so far. */
export function revenueSource(arms: number, rate: number): Source {
  const orders: number[][] = Array.from({ length: arms }, () => []);
  const people = Array.from({ length: arms }, () => 0);
  return {
    more(random, total) {
      for (const [index, more] of dealt(random, total, arms).entries()) {
        people[index] = (people[index] ?? 0) + more;
        const buyers = binomial(random, more, rate);
        for (let buyer = 0; buyer < buyers; buyer += 1) orders[index]?.push(order(random, MU, SIGMA));
      }
      return people.map((count, index) => ({ people: count, conversions: orders[index]?.length ?? 0 }));
    },
    estimates() {
      const cap = capOf(
        orders.flat(),
        people.reduce((sum, count) => sum + count, 0),
      );
      return people.map((count, index) => meanOf(orders[index] ?? [], count, cap));
    },
  };
}

/** The percentile over everybody, worked out from the buyers alone: all others stand below them with 0. */
function capOf(buyers: readonly number[], people: number): number {
  const rank = (people - 1) * LEVEL - (people - buyers.length);
  return rank <= 0 ? Number.POSITIVE_INFINITY : (winsorCap(buyers, rank / (buyers.length - 1)) ?? 0);
}

function meanOf(orders: readonly number[], n: number, cap: number): Estimate {
  if (n < 2) return { n, value: 0, variance: 0 };
  const cut = orders.map((worth) => Math.min(cap, worth));
  const value = cut.reduce((sum, worth) => sum + worth, 0) / n;
  const squares = cut.reduce((sum, worth) => sum + (worth - value) ** 2, (n - orders.length) * value ** 2);
  return { n, value, variance: squares / (n - 1) };
}
