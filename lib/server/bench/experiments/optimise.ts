// Optimise mode, drawn and dealt by what really deals it: where its people go, what it settles on, and whether it accuses itself.
import { leastSplitP, optimiseLook } from '../../../core/experiment/optimise-look';
import { ratePosterior } from '../../../core/experiment/posterior';
import { equalShares, nextPeriod, type SharePeriod } from '../../../core/experiment/share-periods';
import { type Random, seeded } from '../../chaos/random';
import { binomial } from './draws';
import { type Simulation, tell, tellShare } from './simulation';

const HALF_A_DAY_MS = 43_200_000;
const RATE = 0.05;
const PER_ARM_AND_DAY = 500;
const DAYS = 30;
/** Arms within this much of the best are as good as it: more is not worth looking for. */
const WORTH = 0.01;
/** One run integrates the chances of all arms sixty times. */
const PART = 0.1;

interface Run {
  /** The arm it settled on, null where it went on to the end. */
  readonly settled: number | null;
  readonly people: readonly number[];
  readonly isAccused: boolean;
}

export function optimise(simulation: Simulation): void {
  const equal = (arms: number) => Array.from({ length: arms }, () => RATE);
  const better = (arms: number) => [...equal(arms - 1), RATE * 1.3];
  for (const arms of [2, 3, 4]) {
    const accused = {
      name: `optimise, fair shares of ${arms} equal arms accused within 30 days`,
      target: { atMost: 0.015 },
      ...{ isExact: true, part: PART },
    };
    tellShare(simulation, accused, (random) => runOptimise(random, equal(arms)).isAccused);
    // By the prior's own draws, the chance that is told holds however often one looks.
    const wrong = {
      name: `optimise, settled on an arm more than 1 % below the best of ${arms}, any rates`,
      target: { atMost: 0.05 },
      ...{ isExact: true, part: PART },
    };
    tellShare(simulation, wrong, (random) => {
      const rates = Array.from({ length: arms }, () => random());
      const { settled } = runOptimise(random, rates);
      return settled !== null && (rates[settled] ?? 0) * (1 + WORTH) < Math.max(...rates);
    });
    dealtToBest(simulation, better(arms));
  }
}

/** The part of all people whom the best arm got, at 30 % more than the others; an even split gives it 1 of k. */
function dealtToBest({ runs, seed }: Simulation, rates: readonly number[]): void {
  const random = seeded(seed);
  const own = Math.max(1, Math.round(runs * PART));
  let [best, all] = [0, 0];
  for (let run = 0; run < own; run += 1) {
    const { people } = runOptimise(random, rates);
    best += people.at(-1) ?? 0;
    all += people.reduce((sum, count) => sum + count, 0);
  }
  const name = `optimise, part of the people that the best of ${rates.length} arms gets, +30 %`;
  tell(name, 'share', best / all, null);
}

function runOptimise(random: Random, rates: readonly number[]): Run {
  const ids = rates.map((_, arm) => String(arm));
  const people = rates.map(() => 0);
  const conversions = rates.map(() => 0);
  let periods: SharePeriod[] = [
    equalShares(
      ids.map((id) => ({ id, percent: 100 / ids.length })),
      0,
    ),
  ];
  const exposed = [rates.map(() => 0)];
  let isAccused = false;
  for (let look = 1; look <= 2 * DAYS; look += 1) {
    const shares = periods.at(-1)?.shares ?? {};
    const counts = dealtBy(
      random,
      (rates.length * PER_ARM_AND_DAY) / 2,
      ids.map((id) => shares[id] ?? 0),
    );
    for (const [arm, more] of counts.entries()) {
      people[arm] = (people[arm] ?? 0) + more;
      conversions[arm] = (conversions[arm] ?? 0) + binomial(random, more, rates[arm] ?? 0);
      const own = exposed.at(-1);
      if (own) own[arm] = (own[arm] ?? 0) + more;
    }
    const split = leastSplitP(
      periods.map(({ period, shares: dealt }, index) => ({
        ...{ period, shares: dealt },
        exposed: Object.fromEntries(ids.map((id, arm) => [id, exposed[index]?.[arm] ?? 0])),
      })),
    );
    isAccused ||= split.isMismatch;
    const arms = ids.map((id, arm) => {
      const [seen, hits] = [people[arm] ?? 0, conversions[arm] ?? 0];
      return { id, people: seen, conversions: hits, posterior: ratePosterior(hits, seen) };
    });
    const found = optimiseLook(arms, []);
    if (found.verdict.kind === 'settled') return { settled: Number(found.verdict.arm), people, isAccused };
    const next = found.shares && nextPeriod(periods, found.shares, look * HALF_A_DAY_MS);
    if (!next) continue;
    periods = [...periods, { ...next, isDealt: true }];
    exposed.push(rates.map(() => 0));
  }
  return { settled: null, people, isAccused };
}

/** People dealt one by one by shares in percent, as the hash deals them. */
function dealtBy(random: Random, people: number, shares: readonly number[]): number[] {
  const counts = shares.map(() => 0);
  const all = shares.reduce((sum, share) => sum + share, 0);
  for (let person = 0; person < people; person += 1) {
    let left = random() * all;
    const arm = shares.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    const to = arm < 0 ? shares.length - 1 : arm;
    counts[to] = (counts[to] ?? 0) + 1;
  }
  return counts;
}
