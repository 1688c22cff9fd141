// `npm run verify`: every check the project has, in one go, closing with one line for all of them.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireBrowser, requirePostgres } from './machine.mjs';
import { requireNode } from './node-version.mjs';
import { build, install } from './prepare.mjs';
import { run } from './run.mjs';

requireNode();
await install();
const browser = await requireBrowser();
await requirePostgres();

const reports = mkdtempSync(path.join(tmpdir(), 'throughline-verify-'));
const total = { passed: 0, failed: 0 };
const failures = [];

await check('format and lint', 'npx', ['biome', 'ci', '--error-on-warnings']);
await check('types', 'npm', ['run', '--silent', 'types']);
await check('import fence', 'npm', ['run', '--silent', 'fence']);
await check('unused code', 'npx', ['knip']);
await vitest('core', ['--project', 'core', '--coverage']);
await vitest('pglite', ['--project', 'pglite']);
await vitest('postgresql', ['--project', 'postgresql']);
await build();
await vitest('chaos', ['--project', 'chaos']);
await playwright();

// Once more at the end, where a log that was cut short still shows them.
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function check(name, command, parameters) {
  console.log(`\n— ${name}`);
  const isGood = (await run(command, parameters)) === 0;
  count(isGood ? { passed: 1, failed: [] } : { passed: 0, failed: [name] });
}

async function vitest(name, parameters) {
  console.log(`\n— tests: ${name}`);
  const file = path.join(reports, `${name}.json`);
  const code = await run('npx', [
    'vitest',
    'run',
    ...parameters,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  count(read(name, file, code, vitestFigures));
}

async function playwright() {
  console.log('\n— browser tests');
  const file = path.join(reports, 'browser.json');
  const code = await run('npx', ['playwright', 'test'], {
    env: { ...process.env, CHROMIUM: browser, E2E_REPORT: file },
  });
  count(read('browser tests', file, code, browserFigures));
}

function vitestFigures({ numPassedTests, testResults }) {
  const failed = testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0) return message ? [`${name}\n${message}`] : [];
    return tests.map(
      ({ fullName, failureMessages }) => `${name}\n${fullName}\n${failureMessages.join('\n')}`,
    );
  });
  return { passed: numPassedTests, failed };
}

function browserFigures({ stats, suites }) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const failed = suites.flatMap(specsOf).filter(({ ok }) => !ok);
  return {
    passed: stats.expected + stats.flaky,
    failed: failed.map(({ file, title }) => `${file}\n${title}`),
  };
}

/** A suite that failed without a failing test (a crash, a coverage gap) still counts as one failure. */
function read(name, file, code, figures) {
  let found = { passed: 0, failed: [] };
  try {
    found = figures(JSON.parse(readFileSync(file, 'utf8')));
  } catch {}
  return code === 0 || found.failed.length > 0
    ? found
    : { ...found, failed: [`${name}: ended with ${code}`] };
}

function count({ passed, failed }) {
  total.passed += passed;
  total.failed += failed.length;
  failures.push(...failed);
}
