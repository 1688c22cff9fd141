// The model check in its long form: histories through the engine in memory, and through the real shell on a database.
import { livelyHistories, memoryViolations } from './model-in-memory';
import { modelRun } from './model-run';
import { seeded } from './random';
import type { SuitePlan, SuiteReport } from './suite';
import { withDatabase } from './suite-database';

export function modelSuite({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const { histories = 0, memory = 0 } = numbers;
  return withDatabase(engine, async () => {
    const real = await modelRuns(histories, seed);
    const violations = [...real.violations, ...memoryViolations(memory, seed)];
    return { figures: real.figures, violations };
  });
}

/** On the database of this process. The seed and the number of a history repeat it. */
export async function modelRuns(count: number, seed: number): Promise<SuiteReport> {
  const figures = { crashes: 0, events: 0, decisions: 0 };
  const violations: string[] = [];
  for (const [index, history] of livelyHistories(count, seed)) {
    const run = await modelRun(history, seeded(seed * 1_009 + index));
    figures.crashes += run.crashes;
    figures.events += run.events;
    figures.decisions += run.decisions;
    violations.push(...run.differences.map((one) => `I15 history ${index}: ${one}`));
  }
  return { figures, violations };
}
