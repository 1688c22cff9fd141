// Tells the steps that wait for a webhook's answer how it ended, in the transaction that ends it.
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { answerSignal } from '../signals/answer-signal';
import { sendSignals } from '../signals/send-signals';
import type { KeptAnswer } from './kept-answer';

/** The caller locked the workspace before anything else, and wakes the engine once it has committed. */
export async function tellAnswers(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  answers: readonly KeptAnswer[],
): Promise<void> {
  await sendSignals(
    tx,
    workspaceId,
    answers.map((answer) => answerSignal(answer, answer)),
  );
}
