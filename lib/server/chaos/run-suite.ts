// One suite on one engine or both: a line of JSON each, with the seed that repeats it.
import { parseArgs } from 'node:util';
import type { Engine, Suite } from './suite';

const engines: readonly Engine[] = ['pglite', 'postgresql'];

/** True where every run kept every promise. Throws a sentence for an option that makes no sense. */
export async function runSuite(
  name: string,
  suite: Suite,
  args: readonly string[],
  print: (line: string) => void,
): Promise<boolean> {
  const { chosen, seed, numbers } = readOptions(suite, args);
  let isKept = true;
  for (const engine of chosen) {
    const { figures, violations } = await suite.run({ engine, seed, numbers });
    print(JSON.stringify({ suite: name, engine, seed, ...numbers, ...figures, violations }));
    isKept &&= violations.length === 0;
  }
  return isKept;
}

function readOptions(suite: Suite, args: readonly string[]) {
  const own = Object.keys(suite.numbers).map((option) => [option, { type: 'string' }] as const);
  const { values } = parseArgs({
    args: [...args],
    options: { engine: { type: 'string' }, seed: { type: 'string' }, ...Object.fromEntries(own) },
  });
  const given: Readonly<Record<string, unknown>> = values;
  const numbers = Object.entries(suite.numbers).map(
    ([option, standard]) => [option, readNumber(option, given[option], standard)] as const,
  );
  const chosen = engines.filter((engine) => values.engine === undefined || values.engine === engine);
  if (chosen.length === 0) throw new Error(`--engine is one of ${engines.join(', ')}`);
  const seed = readNumber('seed', values.seed, Date.now() % 1_000_000);
  return { chosen, seed, numbers: Object.fromEntries(numbers) };
}

function readNumber(option: string, given: unknown, standard: number): number {
  if (given === undefined) return standard;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${option} is a whole number`);
  return value;
}
