// The long fault suites by name: a line here makes `npm run chaos -- <name>` work.
import { killSuite } from './kill-suite';
import { modelSuite } from './model-suite';
import type { Suite } from './suite';

export const suites: Readonly<Record<string, Suite>> = {
  kill: { numbers: { kills: 50, workers: 3 }, run: killSuite },
  model: { numbers: { histories: 200, memory: 2_000 }, run: modelSuite },
};
