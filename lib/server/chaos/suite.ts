// What a long fault suite is: own numbers with their defaults, and one run on one engine that reports what it found.
export type Engine = 'pglite' | 'postgresql';

export interface SuitePlan {
  readonly engine: Engine;
  /** The same seed repeats the run. */
  readonly seed: number;
  /** Each own number of the suite, as given or by default. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface SuiteReport {
  readonly figures: Readonly<Record<string, number>>;
  /** Each is a sentence; none means that every promise was kept. */
  readonly violations: readonly string[];
}

export interface Suite {
  /** Own options of the command line, `--kills 50`, with their defaults. */
  readonly numbers: Readonly<Record<string, number>>;
  run(plan: SuitePlan): Promise<SuiteReport>;
}
