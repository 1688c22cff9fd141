// How often the rule names a winner though no arm is better than all others, however often one looks.
import { difference } from '../../../core/experiment/difference';
import { zLook } from '../../../core/experiment/fixed-look';
import type { Random } from '../../chaos/random';
import { type PhaseSetting, runPhase, type Source } from './phase';
import { type Simulation, tellShare } from './simulation';
import { rateSource, revenueSource } from './sources';

const RATE = 0.05;
const WORSE = 0.7 * RATE;
const ALPHA = 0.05;
/** People of an arm over thirty days, by the number of arms: what it takes to see 15 % more. */
const PER_ARM = { two: 14_193, three: 18_000, four: 20_000 } as const;

const equal = (arms: number) => rateSource(Array.from({ length: arms }, () => RATE));

function hasWinner(
  random: Random,
  source: Source,
  arms: number,
  perArm: number,
  more: Partial<PhaseSetting> = {},
): boolean {
  const setting: PhaseSetting = {
    mode: 'fixed-window',
    days: 30,
    looksPerDay: 1,
    people: arms * perArm,
    ...more,
  };
  return runPhase(random, source, setting).winner !== null;
}

export function falseWinners(simulation: Simulation): void {
  const ask = (
    name: string,
    trial: (random: Random) => boolean,
    more: { readonly part?: number; readonly isExact?: boolean } = {},
  ) => tellShare(simulation, { name: `false winners, ${name}`, target: { atMost: ALPHA }, ...more }, trial);
  ask('2 arms, daily look', (random) => hasWinner(random, equal(2), 2, PER_ARM.two));
  ask('3 arms, daily look', (random) => hasWinner(random, equal(3), 3, PER_ARM.three));
  ask('4 arms, daily look', (random) => hasWinner(random, equal(4), 4, PER_ARM.four));
  const hourly = { looksPerDay: 24 };
  ask('2 arms, hourly look', (random) => hasWinner(random, equal(2), 2, PER_ARM.two, hourly), { part: 0.5 });
  const three = [RATE, RATE, WORSE];
  ask('3 arms, two tied for best', (random) => hasWinner(random, rateSource(three), 3, PER_ARM.three));
  const four = [RATE, RATE, WORSE, WORSE];
  ask('4 arms, two tied for best', (random) => hasWinner(random, rateSource(four), 4, PER_ARM.four));
  ask('2 arms of 0.5 %', (random) => hasWinner(random, rateSource([0.005, 0.005]), 2, PER_ARM.two));
  const endless = { mode: 'open-ended', horizon: 10 } as const;
  ask('open-ended, ten times its plan', (random) => hasWinner(random, equal(2), 2, PER_ARM.two, endless), {
    part: 0.5,
  });
  const once = { mode: 'test-then-send', days: 1 } as const;
  ask('test then send, 2 arms', (random) => hasWinner(random, equal(2), 2, 5_000, once), { isExact: true });
  ask('revenue with a long tail', (random) => hasWinner(random, revenueSource(2, RATE), 2, PER_ARM.two), {
    part: 0.25,
    isExact: true,
  });
  const compared = 'p < 0.05 on any of 30 days, for comparison';
  tellShare(simulation, { name: compared, target: null, part: 0.5 }, peeked);
}

/** What looking every day at an ordinary p-value would have claimed. */
function peeked(random: Random): boolean {
  const source = equal(2);
  for (let day = 0; day < 30; day += 1) {
    source.more(random, Math.round((2 * PER_ARM.two) / 30));
    const [control, variant] = source.estimates();
    const found = control && variant ? difference(control, variant) : null;
    if (found && zLook(found).p < ALPHA) return true;
  }
  return false;
}
