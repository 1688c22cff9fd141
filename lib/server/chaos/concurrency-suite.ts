// Everything at once: one customer's events, one message many times, one journey's publishers.
import { journeyStorm } from './journey-storm';
import { oneCustomer } from './one-customer';
import { sameMessage } from './same-message';
import type { SuitePlan, SuiteReport } from './suite';
import { withDatabase } from './suite-database';

export interface ConcurrencyPlan {
  readonly seed: number;
  /** Of one customer at the same moment. */
  readonly events: number;
  /** Of the same message. */
  readonly posts: number;
  /** Of one journey. */
  readonly changes: number;
  /** How often all of it is done. */
  readonly rounds: number;
  readonly workers: number;
  readonly databaseUrl: string | null;
}

const LOOPS = 3;

export function concurrencySuite({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const { events = 0, posts = 0, changes = 0, rounds = 0, workers = 0 } = numbers;
  return withDatabase(engine, (databaseUrl) =>
    runAtOnce({ seed, events, posts, changes, rounds, workers, databaseUrl }),
  );
}

/** On the database of this process, in workspaces of its own. */
export async function runAtOnce(plan: ConcurrencyPlan): Promise<SuiteReport> {
  const crew = { loops: LOOPS, workers: plan.workers, databaseUrl: plan.databaseUrl };
  const figures: Record<string, number> = {};
  const violations: string[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const seed = plan.seed * 101 + round;
    for (const report of [
      await oneCustomer(plan.events, crew, seed),
      await sameMessage(plan.posts, crew),
      await journeyStorm(plan.changes, crew, seed),
    ]) {
      violations.push(...report.violations);
      for (const [name, value] of Object.entries(report.figures))
        figures[name] = (figures[name] ?? 0) + value;
    }
  }
  const unmet = ['conflictsRefused', 'waited'].filter((name) => figures[name] === 0);
  return { figures, violations: [...violations, ...unmet.map((name) => `T17 never met: ${name}`)] };
}
