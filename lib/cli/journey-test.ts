// `npm run journey-test`: runs journey tests from files, without a server, or those kept with the journeys of a running one.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCredentials } from '@/lib/server/demo/credentials';
import { runTestFile } from '@/lib/server/journey-tests/run-test-file';
import type { SaidResult } from '@/lib/server/journey-tests/test-result';
import { type JourneyServer, RunError, runKeptTests, type TestedJourney } from './kept-tests';

const USAGE = `Usage: npm run journey-test -- [FILE.json | JOURNEY …] [options]

  FILE.json            a drawing and its tests: {"document": …, "tests": […]}; needs no server
  JOURNEY              the id (jrn_…) or the name of a journey of the running server
                       without any, the tests of all its journeys are run
  --url URL            the server (otherwise from DATA_DIR/credentials.json)
  --key SECRET_KEY     its secret key (otherwise THROUGHLINE_SECRET_KEY, or from that file)`;

const isFile = (name: string) => name.endsWith('.json') || existsSync(name);

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const files = positionals.filter(isFile);
  const journeys = positionals.filter((name) => !isFile(name));
  const tested = files.map(testedFile);
  if (journeys.length > 0 || files.length === 0) {
    tested.push(...(await runKeptTests(serverOf(values.url, values.key), journeys)));
  }
  const results = tested.flatMap(({ name, tests }) => tests.map((test) => ({ name, test })));
  for (const { name, test } of results) console.log(line(name, test));
  const failed = results.filter(({ test }) => !test.passed).length;
  console.log(`${results.length} ${results.length === 1 ? 'test' : 'tests'}, ${failed} failed.`);
  if (failed > 0) process.exitCode = 1;
}

function testedFile(name: string): TestedJourney {
  const result = runTestFile(name);
  if (!result.ok) throw new RunError(result.refusal.message);
  return { name, tests: result.value };
}

function line(name: string, { name: test, passed, difference }: SaidResult): string {
  return passed ? `pass  ${name}: ${test}` : `FAIL  ${name}: ${test}: ${difference?.message ?? ''}`;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        key: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new RunError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

function serverOf(url: string | undefined, key: string | undefined): JourneyServer {
  const dataDir = process.env.DATA_DIR || './data';
  const known = readCredentials(dataDir, 'finished');
  const server = {
    url: url ?? known?.url,
    secretKey: key ?? process.env.THROUGHLINE_SECRET_KEY ?? known?.secretKey,
  };
  if (!server.url || !server.secretKey) {
    throw new RunError(
      `There is no credentials.json in ${dataDir}: start the server first (npm run up), or give --url and --key.`,
    );
  }
  if (!URL.canParse(server.url)) throw new RunError(`--url ${server.url} is not an address.`);
  return { url: server.url, secretKey: server.secretKey };
}

main().catch((error: unknown) => {
  if (!(error instanceof RunError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
