// `npm run bench -- ingest|engine|memory|segments|analytics [--engine pglite|postgresql] [--events n] [--customers n]`:
// figures as JSON lines, ratios within one run. `segments analytics` together share one shop. `--events` shortens `memory`,
// which works ten million. `npm run bench -- experiments [--runs n] [--seed n]` needs no database.
import { parseArgs } from 'node:util';
import { benchEngine } from '../server/bench/bench-engine';
import { benchIngest } from '../server/bench/bench-ingest';
import { benchLatency } from '../server/bench/bench-latency';
import { benchMemory } from '../server/bench/bench-memory';
import { benchExperiments } from '../server/bench/experiments/bench-experiments';
import { benchLive } from '../server/bench/segments/bench-live';
import { benchShopSuites, isShopSuite } from '../server/bench/shop/bench-shop-suites';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string' },
    events: { type: 'string' },
    customers: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
  },
});
if (positionals[0] === 'experiments') {
  benchExperiments({ runs: Number(values.runs ?? 4000), seed: Number(values.seed ?? 7) });
  process.exit(0);
}
/** As far as one was asked for. */
function sizeOf(): { customers?: number; events?: number } {
  const { customers, events } = values;
  return {
    ...(customers === undefined ? {} : { customers: Number(customers) }),
    ...(events === undefined ? {} : { events: Number(events) }),
  };
}

const suites: Record<string, ((engine: 'pglite' | 'postgresql') => Promise<void>)[]> = {
  ingest: [benchIngest],
  engine: [benchEngine, benchLatency],
  analytics: [],
  segments: [benchLive],
  memory: [(engine) => benchMemory(engine, values.events === undefined ? undefined : Number(values.events))],
};
const chosen = positionals.map((name) => suites[name]);
if (chosen.length === 0 || chosen.includes(undefined)) {
  console.error(
    `Usage: npm run bench -- ${Object.keys(suites).join('|')}|experiments [--engine pglite|postgresql]`,
  );
  process.exit(1);
}
for (const engine of ['pglite', 'postgresql'] as const) {
  if (values.engine && values.engine !== engine) continue;
  for (const suite of chosen.flatMap((some) => some ?? [])) await suite(engine);
  const asked = positionals.filter(isShopSuite);
  if (asked.length > 0) await benchShopSuites(engine, asked, sizeOf());
}
process.exit(0);
