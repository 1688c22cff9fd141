// One test, run on a drawing, as the API tells it.
import type { JourneyTestEntry, JourneyTestResult } from '@/lib/core/api/journey-test';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { judgeTest } from '@/lib/core/journey-test/judge-test';
import { simulate } from '@/lib/core/journey-test/simulate';
import { explainDifference } from './explain-difference';

type Kept = Pick<JourneyTestEntry, 'id' | 'journeyId' | 'name' | 'test'>;

export function testResult(
  document: JourneyDocument,
  { id, journeyId, name, test }: Kept,
): JourneyTestResult {
  const trace = simulate(document, test, journeyId);
  const verdict = judgeTest(trace, test.expected);
  const decisions = trace.steps.map(({ at, nodeId, code, inputs }) => {
    return { at: new Date(at).toISOString(), nodeId, code, inputs };
  });
  if (verdict.passed) return { id, name, passed: true, difference: null, decisions };
  const { difference } = verdict;
  const { code, nodeId, step } = difference;
  const message = explainDifference(difference, document);
  return { id, name, passed: false, difference: { code, message, nodeId, step }, decisions };
}
