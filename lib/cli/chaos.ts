// `npm run chaos -- kill [--kills 50] [--seed 1]`: the long fault suites. Prints the seed, so that a failure can be repeated.
import { parseArgs } from 'node:util';
import { killSuite } from '../server/chaos/kill-suite';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' }, engine: { type: 'string' } },
});

if (positionals[0] !== 'kill') {
  console.error('Usage: npm run chaos -- kill [--kills 50] [--seed 1] [--engine pglite|postgresql]');
  process.exit(1);
}

const seed = Number(values.seed ?? Date.now() % 1_000_000);
let isBroken = false;
for (const engine of ['pglite', 'postgresql'] as const) {
  if (values.engine && values.engine !== engine) continue;
  const workers = engine === 'postgresql' ? 3 : 0;
  const report = await killSuite({ engine, kills: Number(values.kills), seed, workers });
  console.log(JSON.stringify({ suite: 'kill', engine, kills: Number(values.kills), seed, ...report }));
  isBroken ||= report.violations.length > 0;
}
process.exit(isBroken ? 1 : 0);
