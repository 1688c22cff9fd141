// Journey tests from a file: what passes, what fails, and what is said of a file that is none.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { welcomeDrawing } from '../testing/drawings';
import { welcomeTest } from '../testing/journey-tests';
import { unwrap } from '../testing/unwrap';
import { runTestFile } from './run-test-file';

function fileOf(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'journey-test-')), 'welcome.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const said = (content: unknown) => {
  const file = fileOf(content);
  const result = runTestFile(file);
  return result.ok ? '' : result.refusal.message.replaceAll(file, 'F');
};

it('runs every test of the file', () => {
  const never = welcomeTest({ name: 'Never', expected: { ended: { kind: 'never-entered' } } });
  const results = unwrap(runTestFile(fileOf({ document: welcomeDrawing(), tests: [welcomeTest(), never] })));
  expect(results).toMatchObject([
    { name: 'Gets the letter', passed: true },
    { name: 'Never', passed: false, difference: { code: 'send-unexpected' } },
  ]);
});

it('says what is wrong with a file, by field', () => {
  const whole = { document: welcomeDrawing(), tests: [welcomeTest()] };
  expect(said('{"document": ')).toMatch(/^F: the file is not valid JSON: .* line 1/);
  expect(said('['.repeat(100))).toBe('F: is nested deeper than 60 levels.');
  expect(said({ ...whole, tests: [] })).toMatch(/^F: tests: /);
  expect(said({ ...whole, tests: [{ ...welcomeTest(), until: { amount: 900, unit: 'days' } }] })).toBe(
    'F: tests.0.until: must be at most 400 days; shorten it',
  );
  expect(runTestFile('/nowhere/at-all.json')).toMatchObject({
    ok: false,
    refusal: { message: '/nowhere/at-all.json: there is no such file, or it cannot be read.' },
  });
});
