// `npm run bench -- experiments [--runs n] [--seed n]`: thousands of experiments drawn by a seeded chance and decided by the rule that
// decides real ones. How often does it name a winner where there is none, find the one there is, hold the truth within its bounds?
import { coverage } from './coverage';
import { falseWinners } from './false-winners';
import { guardrails } from './guardrails';
import { withHistory } from './history';
import { optimise } from './optimise';
import { power } from './power';
import type { Simulation } from './simulation';

export function benchExperiments(simulation: Simulation): void {
  const told = { suite: 'experiments', name: 'seed', engine: 'none', value: simulation.seed, unit: 'seed' };
  process.stdout.write(`${JSON.stringify({ ...told, runs: simulation.runs, target: null, ok: null })}\n`);
  falseWinners(simulation);
  power(simulation);
  coverage(simulation);
  guardrails(simulation);
  withHistory(simulation);
  optimise(simulation);
}
