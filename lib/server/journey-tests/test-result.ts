// One test, run on a drawing, as the API and the command line tell it.
import type { JourneyTestEntry, JourneyTestResult } from '@/lib/core/api/journey-test';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { type Difference, unreadable } from '@/lib/core/journey-test/difference';
import type { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { judgeTest } from '@/lib/core/journey-test/judge-test';
import { simulate } from '@/lib/core/journey-test/simulate';
import { explainDifference } from './explain-difference';

export type SaidResult = Omit<JourneyTestResult, 'id'>;

export function testResult(document: JourneyDocument, kept: JourneyTestEntry): JourneyTestResult {
  const { id, journeyId, name, test } = kept;
  if (test) return { id, ...saidResult(document, test, journeyId) };
  return { id, name, passed: false, difference: saidDifference(unreadable, document), decisions: [] };
}

export function saidResult(document: JourneyDocument, test: JourneyTest, journeyId: Id<'jrn'>): SaidResult {
  const { name, expected } = test;
  const trace = simulate(document, test, journeyId);
  const verdict = judgeTest(trace, expected);
  const decisions = trace.steps.map(({ at, nodeId, code, inputs }) => {
    return { at: new Date(at).toISOString(), nodeId, code, inputs };
  });
  if (verdict.passed) return { name, passed: true, difference: null, decisions };
  return { name, passed: false, difference: saidDifference(verdict.difference, document), decisions };
}

function saidDifference(difference: Difference, document: JourneyDocument) {
  const { code, nodeId, step } = difference;
  return { code, message: explainDifference(difference, document), nodeId, step };
}
