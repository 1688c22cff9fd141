// Revenue of people with a history, corrected by it (CUPED): no more false winners, bounds that hold, and fewer people for the same power.
import { alwaysValid } from '../../../core/experiment/always-valid';
import { cuped } from '../../../core/experiment/cuped';
import { difference, intervalOf } from '../../../core/experiment/difference';
import type { Estimate } from '../../../core/experiment/estimate';
import { planExperiment } from '../../../core/experiment/experiment-plan';
import type { PairMoments } from '../../../core/experiment/pair-moments';
import { type Random, seeded } from '../../chaos/random';
import { dealt, order } from './draws';
import { runPhase, type Source } from './phase';
import { type Simulation, tellShare } from './simulation';

const DAYS = 30;
const PER_ARM = 4_000;
const ALPHA = 0.05;
const LIFT = 0.15;
const PART = 0.5;
/** Of all people, those who bought in the 28 days before, and how often each kind buys within the window. */
const REGULAR = 0.4;
const AGAIN = 0.6;
const ANEW = 0.05;
const MU = 4;
const SIGMA = 0.6;
const NOISE = 0.3;

export function withHistory(simulation: Simulation): void {
  for (const arms of [2, 3, 4]) {
    const flat = Array.from({ length: arms }, () => 0);
    const name = `false winners, revenue corrected by history, ${arms} arms, daily look`;
    tellShare(simulation, { name, target: { atMost: ALPHA }, part: PART }, (random) => {
      const setting = { mode: 'fixed-window', days: DAYS, looksPerDay: 1, people: arms * PER_ARM } as const;
      return runPhase(random, historySource(flat, true), setting).winner !== null;
    });
  }
  for (const lift of [0, LIFT]) {
    const name = `always-valid interval holds on all of 30 days, revenue corrected by history, +${lift * 100} %`;
    tellShare(simulation, { name, target: { atLeast: 1 - ALPHA }, part: PART }, (random) =>
      holds(random, lift),
    );
  }
  power(simulation);
}

/**
 * The plan asks for people as if there were no history, and as if who spends more did not also spread more; without the
 * correction it is told only.
 */
function power(simulation: Simulation): void {
  const plain = moments(simulation.seed);
  const plan = planExperiment({
    baseline: { kind: 'mean', mean: plain.mean, sd: plain.sd },
    smallestLift: LIFT,
    weights: [1, 1],
    mode: 'fixed-window',
    alpha: ALPHA,
    power: 0.8,
    peoplePerDay: 0,
  });
  const people = plan?.people ?? 0;
  for (const isCorrected of [false, true]) {
    const how = isCorrected ? 'corrected by history' : 'as it is';
    const name = `power at the planned lift, revenue ${how}, 2 arms`;
    const target = isCorrected ? { atLeast: 0.8 } : null;
    tellShare(simulation, { name, target, isExact: true, part: PART }, (random) => {
      const source = historySource([0, LIFT], isCorrected);
      return (
        runPhase(random, source, { mode: 'fixed-window', days: DAYS, looksPerDay: 1, people }).winner === 1
      );
    });
  }
}

/** Mean and standard deviation per person, from as many as a shop would know of. */
function moments(seed: number): { mean: number; sd: number } {
  const source = historySource([0], false);
  source.more(seeded(seed), 200_000);
  const [{ value: mean, variance } = { value: 0, variance: 0 }] = source.estimates();
  return { mean, sd: Math.sqrt(variance) };
}

function holds(random: Random, lift: number): boolean {
  const source = historySource([0, lift], true);
  const truth = lift * expected;
  for (let day = 1; day <= DAYS; day += 1) {
    source.more(random, Math.round((2 * PER_ARM) / DAYS));
    const [control, variant] = source.estimates();
    const found = control && variant ? difference(control, variant) : null;
    if (!found) continue;
    const { low, high } = intervalOf(found, alwaysValid.z(found.people, ALPHA, 2 * PER_ARM));
    if (truth < low || truth > high) return false;
  }
  return true;
}

/** What a person spends on average: the mean of a lognormal is exp(µ + σ²/2). */
const typical = Math.exp(MU + SIGMA ** 2 / 2);
const expected = REGULAR * AGAIN * typical * Math.exp(NOISE ** 2 / 2) + (1 - REGULAR) * ANEW * typical;

interface Sums {
  n: number;
  buyers: number;
  regulars: number;
  y: number;
  yy: number;
  x: number;
  xx: number;
  xy: number;
}

/** Arms whose people spend this much more than those of a plain one, relatively. Regulars spend about what they spent before. */
function historySource(lifts: readonly number[], isCorrected: boolean): Source {
  const arms: Sums[] = lifts.map(() => ({ n: 0, buyers: 0, regulars: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0 }));
  return {
    more(random, people) {
      const counts = dealt(random, people, lifts.length);
      for (const [index, sums] of arms.entries()) {
        for (let person = counts[index] ?? 0; person > 0; person -= 1) add(random, sums, lifts[index] ?? 0);
      }
      return arms.map(({ n, buyers }) => ({ people: n, conversions: buyers }));
    },
    estimates() {
      const pairs = arms.map(pairOf);
      const all = arms.reduce((sum, { n }) => sum + n, 0);
      const regulars = arms.reduce((sum, arm) => sum + arm.regulars, 0);
      return isCorrected ? cuped(pairs, regulars / Math.max(1, all)).arms : pairs.map(plainOf);
    },
  };
}

function add(random: Random, sums: Sums, lift: number): void {
  const isRegular = random() < REGULAR;
  const x = isRegular ? order(random, MU, SIGMA) : 0;
  const hasBought = random() < (isRegular ? AGAIN : ANEW);
  const plain = isRegular ? x * order(random, 0, NOISE) : order(random, MU, SIGMA);
  const y = hasBought ? plain * (1 + lift) : 0;
  sums.n += 1;
  if (hasBought) sums.buyers += 1;
  if (isRegular) sums.regulars += 1;
  sums.y += y;
  sums.yy += y * y;
  sums.x += x;
  sums.xx += x * x;
  sums.xy += x * y;
}

function pairOf({ n, y, yy, x, xx, xy }: Sums): PairMoments {
  const [meanY, meanX] = [y / Math.max(1, n), x / Math.max(1, n)];
  const rest = Math.max(1, n - 1);
  return {
    ...{ n, meanY, meanX, varianceY: (yy - n * meanY ** 2) / rest },
    ...{ varianceX: (xx - n * meanX ** 2) / rest, covariance: (xy - n * meanX * meanY) / rest },
  };
}

const plainOf = ({ n, meanY, varianceY }: PairMoments): Estimate => ({
  n,
  value: meanY,
  variance: varianceY,
});
