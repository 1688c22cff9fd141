// For what begins or ends passages by somebody's hand, or brings new questions: besides the engine, it keeps out whoever writes
// down what such a question may be about, and where passages are asked about, whoever writes events.
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';
import { lockRecords, watchRecords } from '../signals/watch-records';
import { lockLanes } from './lock-lanes';

const isOfJourneys = (key: string) => key.startsWith('journey ');

/** To be taken before any journey is locked. Who merely moves times about takes the lanes alone: nobody else has to wait for that. */
export async function lockPassages(tx: Tx, actor: Actor): Promise<void> {
  await lockRecords(tx, actor.workspaceId);
  await watchRecords(tx, actor.workspaceId, isOfJourneys);
  await lockLanes(tx, actor);
}
