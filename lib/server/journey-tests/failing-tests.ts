// Which tests of a journey a drawing would fail: what a publish wants to know before it holds anything up.
import type { FailingTest, TestsFailing } from '@/lib/core/api/journey-test';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { refuse } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { testEntries } from './test-entries';
import { testResult } from './test-result';

export async function failingTests(
  actor: Actor,
  journeyId: Id<'jrn'>,
  document: JourneyDocument,
): Promise<FailingTest[]> {
  const tests = await inWorkspace(actor.workspaceId, (tx) => testEntries(tx, actor, journeyId));
  return tests.flatMap((test) => {
    const { difference } = testResult(document, test);
    return difference === null ? [] : [{ id: test.id, name: test.name, message: difference.message }];
  });
}

export function testsFailing(tests: FailingTest[]): { readonly ok: false; readonly refusal: TestsFailing } {
  const code = 'tests-failing';
  const { message } = refusal(code, { count: tests.length }).refusal;
  return refuse({ code, message, tests });
}
