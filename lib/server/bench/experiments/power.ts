// How often the rule finds the arm that is better, with the people its plan asked for, and how soon.
import { planExperiment } from '../../../core/experiment/experiment-plan';
import type { DecisionMode } from '../../../core/experiment/verdict';
import { seeded } from '../../chaos/random';
import { runPhase } from './phase';
import { type Simulation, tell, tellShare } from './simulation';
import { rateSource } from './sources';

const RATE = 0.05;
const LIFT = 0.15;
const POWER = 0.8;
const DAYS = 30;

interface Case {
  readonly mode: DecisionMode;
  readonly arms: number;
  readonly part: number;
}

const cases: readonly Case[] = [
  { mode: 'fixed-window', arms: 2, part: 0.5 },
  { mode: 'fixed-window', arms: 3, part: 0.5 },
  { mode: 'fixed-window', arms: 4, part: 0.5 },
  { mode: 'test-then-send', arms: 2, part: 0.5 },
  { mode: 'open-ended', arms: 2, part: 0.25 },
];

export function power(simulation: Simulation): void {
  for (const { mode, arms, part } of cases) {
    const people = peopleOf(mode, arms);
    const rates = Array.from({ length: arms }, (_, arm) => (arm === arms - 1 ? RATE * (1 + LIFT) : RATE));
    const days = mode === 'test-then-send' ? 1 : DAYS;
    const name = `power at the planned lift, ${mode}, ${arms} arms`;
    tellShare(simulation, { name, target: { atLeast: POWER }, isExact: true, part }, (random) => {
      const end = runPhase(random, rateSource(rates), { mode, days, looksPerDay: 1, people });
      return end.winner === arms - 1;
    });
  }
  medianDay(simulation);
}

function peopleOf(mode: DecisionMode, arms: number): number {
  const plan = planExperiment({
    baseline: { kind: 'rate', rate: RATE },
    smallestLift: LIFT,
    weights: Array.from({ length: arms }, () => 1),
    mode,
    alpha: 0.05,
    power: POWER,
    peoplePerDay: 0,
  });
  if (!plan) throw new Error('The question has a plan');
  return plan.people;
}

/** The day on which a lift of twice the planned one is found. */
function medianDay({ runs, seed }: Simulation): void {
  const random = seeded(seed);
  const people = peopleOf('fixed-window', 2);
  const days = Array.from({ length: Math.ceil(runs / 4) }, () => {
    const source = rateSource([RATE, RATE * (1 + 2 * LIFT)]);
    return runPhase(random, source, { mode: 'fixed-window', days: DAYS, looksPerDay: 1, people }).day;
  });
  const middle = days.sort((left, right) => left - right)[Math.floor(days.length / 2)] ?? DAYS;
  tell('median day of a winner at twice the planned lift', 'days', middle, { atMost: 15 });
}
