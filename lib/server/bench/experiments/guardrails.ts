// How often harmless arms are paused, looked at every hour, and how soon one that does harm is.
import { guardrailBreaches } from '../../../core/experiment/guardrail-breaches';
import { type ArmStatistics, emptyArm } from '../../../core/experiment/look-statistics';
import type { Random } from '../../chaos/random';
import { binomial } from './draws';
import { type Simulation, tellShare } from './simulation';

const PEOPLE = 14_193;
const LOOKS = 30 * 24;
/** What is usual for a shop's marketing. */
const USUAL = { unsubscribed: 0.003, complained: 0.0003, bounced: 0.01 } as const;
type Rates = Readonly<Record<keyof typeof USUAL, number>>;

export function guardrails(simulation: Simulation): void {
  const calm = {
    name: 'harmless arms paused within 30 days of hourly looks',
    target: { atMost: 0.05 },
    part: 0.5,
  };
  tellShare(simulation, calm, (random) => isPaused(random, USUAL, USUAL));
  const harm = {
    name: 'arm that doubles unsubscribes paused within 30 days of hourly looks',
    target: { atLeast: 0.8 },
    part: 0.25,
  };
  const twice = { ...USUAL, unsubscribed: 2 * USUAL.unsubscribed };
  tellShare(simulation, harm, (random) => isPaused(random, USUAL, twice));
}

function isPaused(random: Random, baseline: Rates, variant: Rates): boolean {
  let arms: ArmStatistics[] = [emptyArm('a'), emptyArm('b')];
  for (let look = 1; look <= LOOKS; look += 1) {
    arms = arms.map((arm, index) => more(random, arm, index === 0 ? baseline : variant));
    const [first = emptyArm('a'), ...others] = arms;
    const found = guardrailBreaches(['unsubscribed', 'complained', 'bounced'], first, others, 2 * PEOPLE);
    if (found.length > 0) return true;
  }
  return false;
}

function more(random: Random, arm: ArmStatistics, rates: Rates): ArmStatistics {
  const people = Math.round(PEOPLE / LOOKS);
  const count = (of: keyof Rates) => arm.guardrails[of] + binomial(random, people, rates[of]);
  const seen = {
    unsubscribed: count('unsubscribed'),
    complained: count('complained'),
    bounced: count('bounced'),
  };
  return { ...arm, exposed: arm.exposed + people, guardrails: seen };
}
