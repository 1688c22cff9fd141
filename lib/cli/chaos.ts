// `npm run chaos -- <suite> [--engine pglite|postgresql] [--seed 1] [--its-own 50]`: the long fault suites.
import { runSuite } from '../server/chaos/run-suite';
import { suites } from '../server/chaos/suites';

const [name = '', ...args] = process.argv.slice(2);
const suite = suites[name];
if (!suite) fail(`Which suite? ${Object.entries(suites).map(usage).join(' | ')}`);

try {
  process.exit((await runSuite(name, suite, args, console.log)) ? 0 : 1);
} catch (error) {
  fail(error);
}

function usage([title, { numbers }]: [string, { numbers: Readonly<Record<string, number>> }]): string {
  return [title, ...Object.entries(numbers).map(([option, standard]) => `[--${option} ${standard}]`)].join(
    ' ',
  );
}

function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}
