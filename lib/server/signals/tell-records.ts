// Tells the engine whose records have changed, in the transaction that changed them: so no change is written and never judged.
import { randomUUID } from 'node:crypto';
import { RECORD_CHANGED } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { fault } from '../fault';
import { sendSignals } from './send-signals';

/** So that a statement stays small where a journey of many is archived. */
const PORTION = 2_000;

/**
 * @param keys what `watchRecords` has answered; nothing is told where it is empty
 * @param customerIds whom it is about, any of them several times
 */
export async function tellRecords(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  keys: Iterable<string>,
  customerIds: readonly Id<'cus'>[],
  portion = PORTION,
): Promise<void> {
  const whose = [...new Set(customerIds)];
  const told = [...keys].flatMap((record) =>
    whose.map((customerId) => ({
      ...{ customerId, name: RECORD_CHANGED, properties: { record } },
      messageId: `${RECORD_CHANGED}:${randomUUID()}`,
    })),
  );
  if (told.length === 0) return;
  await fault('records.tell', async () => {
    for (let sent = 0; sent < told.length; sent += portion) {
      await sendSignals(tx, workspaceId, told.slice(sent, sent + portion));
    }
  });
}
