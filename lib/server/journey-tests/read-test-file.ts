// A file of journey tests: a drawing and its tests. Errors name the file, the field, and what to do.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { idOf } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { ok, type Refusal, type Result, refuse } from '@/lib/core/result';
import { isNestedBeyond } from '../ingest/nesting';
import { parseJson } from '../ingest/parse-json';

const MAX_DEPTH = 60;

const TestFile = z.strictObject({
  /** Splits go by it; give the journey's own id to see the arms it takes live. */
  journeyId: idOf('jrn').default('jrn_test'),
  document: JourneyDocument,
  tests: z.array(JourneyTest).min(1),
});
export type TestFile = z.infer<typeof TestFile>;

export function readTestFile(path: string): Result<TestFile> {
  const text = textOf(path);
  if (text === null) return bad(`${path}: there is no such file, or it cannot be read.`);
  if (isNestedBeyond(text, MAX_DEPTH)) return bad(`${path}: is nested deeper than ${MAX_DEPTH} levels.`);
  const json = parseJson(text);
  if (!json.ok) return bad(`${path}: ${json.refusal.message.replace('The body', 'the file')}`);
  const parsed = TestFile.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.slice(0, 10);
  const lines = issues.map((issue) => `${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`);
  return bad(lines.join('\n'));
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function bad(message: string): { readonly ok: false; readonly refusal: Refusal } {
  return refuse({ code: 'bad-file', message });
}
