// Which tests of a journey a drawing would fail, inside the transaction that asks: what a publish wants to know.
import type { FailingTest } from '@/lib/core/api/journey-test';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';
import { testEntries } from './test-entries';
import { testResult } from './test-result';

export async function failingTests(
  tx: Tx,
  actor: Actor,
  journeyId: Id<'jrn'>,
  document: JourneyDocument,
): Promise<FailingTest[]> {
  const tests = await testEntries(tx, actor, journeyId);
  return tests.flatMap((test) => {
    const { difference } = testResult(document, test);
    return difference === null ? [] : [{ id: test.id, name: test.name, message: difference.message }];
  });
}
