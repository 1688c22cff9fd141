// Runs the journey tests of a file, without any server.
import { ok, type Result } from '@/lib/core/result';
import { readTestFile } from './read-test-file';
import { type SaidResult, saidResult } from './test-result';

export function runTestFile(path: string): Result<readonly SaidResult[]> {
  const file = readTestFile(path);
  if (!file.ok) return file;
  const { document, tests, journeyId } = file.value;
  return ok(tests.map((test) => saidResult(document, test, journeyId)));
}
