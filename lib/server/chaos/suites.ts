// The long fault suites by name: a line here makes `npm run chaos -- <name>` work.

import { clockSuite } from './clock-suite';
import { concurrencySuite } from './concurrency-suite';
import { crashKills } from './crash-kills';
import { crashPairs } from './crash-pairs';
import { crashPoints } from './crash-points';
import { killSuite } from './kill-suite';
import { modelSuite } from './model-suite';
import { shopSuite } from './shop-suite';
import type { Suite } from './suite';

export const suites: Readonly<Record<string, Suite>> = {
  clocks: { numbers: { waits: 100_000, looks: 1_200, nights: 24 }, run: clockSuite },
  concurrency: {
    numbers: { events: 1_000, posts: 200, changes: 50, rounds: 10, workers: 2 },
    run: concurrencySuite,
  },
  kill: { numbers: { kills: 50, workers: 3 }, run: killSuite },
  model: { numbers: { histories: 200, memory: 2_000 }, run: modelSuite },
  shop: { numbers: { shops: 30 }, run: shopSuite },
  'crash-points': { numbers: { every: 1 }, run: crashPoints },
  'crash-kills': { numbers: { kills: 200 }, run: crashKills },
  'crash-pairs': { numbers: { pairs: 1000 }, run: crashPairs },
};
