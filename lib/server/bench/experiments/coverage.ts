// How often intervals hold the truth: at one look, and at all looks together. And how often a fair split is accused.
import { alwaysValid } from '../../../core/experiment/always-valid';
import { difference, intervalOf } from '../../../core/experiment/difference';
import type { Interval } from '../../../core/experiment/estimate';
import { estimateRate } from '../../../core/experiment/estimate-rate';
import { lift } from '../../../core/experiment/lift';
import { sampleRatio } from '../../../core/experiment/sample-ratio';
import { wilsonInterval } from '../../../core/experiment/wilson-interval';
import type { Random } from '../../chaos/random';
import { binomial, dealt } from './draws';
import { type Simulation, tellShare } from './simulation';

const LEVEL = 0.95;
const Z95 = 1.959963984540054;
const PEOPLE = 14_193;
const DAYS = 30;
const RATES: readonly (readonly [number, number])[] = [
  [0.05, 0.05],
  [0.05, 0.0575],
  [0.005, 0.006],
];
/** Rates and how often their interval holds them: counts are whole, so about one in 500 people it falls short of its level. */
const WILSON: readonly (readonly [number, number])[] = [
  [0.002, 0.92],
  [0.05, 0.94],
  [0.5, 0.94],
];
/** Fair splits that are accused in 90 daily looks, as the rule is meant to. */
const ACCUSED = 0.015;

export function coverage(simulation: Simulation): void {
  for (const rates of RATES) {
    const pair = `${rates[0] * 100} % against ${rates[1] * 100} %`;
    const always = {
      name: `always-valid interval holds on all of 30 days, ${pair}`,
      target: { atLeast: LEVEL },
    };
    tellShare(simulation, always, (random) => sequenceHolds(random, rates));
    const once = { name: `lift interval holds, ${pair}`, target: { atLeast: LEVEL }, isExact: true };
    tellShare(simulation, once, (random) => liftHolds(random, rates));
  }
  for (const [rate, atLeast] of WILSON) {
    const asked = {
      name: `Wilson interval holds, ${rate * 100} % of 500`,
      target: { atLeast },
      isExact: true,
    };
    tellShare(simulation, asked, (random) => holds(wilsonInterval(binomial(random, 500, rate), 500), rate));
  }
  const fair = { name: 'fair split accused on any of 90 days', target: { atMost: ACCUSED }, isExact: true };
  tellShare(simulation, fair, isAccused);
}

const holds = ({ low, high }: Interval, truth: number) => low <= truth && truth <= high;

/** Fieller's interval of a lift at one look; where there is none it claims nothing. */
function liftHolds(random: Random, rates: readonly [number, number]): boolean {
  const [control, variant] = rates.map((rate) => estimateRate(binomial(random, PEOPLE, rate), PEOPLE));
  const interval = control && variant ? lift(control, variant, Z95)?.interval : null;
  return !interval || holds(interval, rates[1] / rates[0] - 1);
}

/** The interval of a difference has to hold at every one of the looks, from the first with 25 conversions. */
function sequenceHolds(random: Random, rates: readonly [number, number]): boolean {
  const each = Math.round(PEOPLE / DAYS);
  let [control, variant] = [0, 0];
  for (let day = 1; day <= DAYS; day += 1) {
    control += binomial(random, each, rates[0]);
    variant += binomial(random, each, rates[1]);
    const found = difference(estimateRate(control, day * each), estimateRate(variant, day * each));
    if (!found || control + variant < 25) continue;
    const bound = alwaysValid.z(found.people, 1 - LEVEL, 2 * PEOPLE);
    if (!holds(intervalOf(found, bound), rates[1] - rates[0])) return false;
  }
  return true;
}

function isAccused(random: Random): boolean {
  const counts = [0, 0];
  for (let day = 0; day < 90; day += 1) {
    for (const [arm, more] of dealt(random, 500, 2).entries()) counts[arm] = (counts[arm] ?? 0) + more;
    if (sampleRatio(counts.map((people) => ({ people, weight: 1 }))).isMismatch) return true;
  }
  return false;
}
