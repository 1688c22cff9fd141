// Tells the engine whose passages were ended or begun again by somebody's hand, where a segment or another journey asks about it.
import { journeyKey } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { tellRecords } from '../signals/tell-records';
import { watchRecords } from '../signals/watch-records';
import type { LockedJourney } from './lock-journey';

/** The caller holds what `lockPassages` takes. */
export async function tellPassages(
  tx: Tx,
  { workspaceId, id }: Pick<LockedJourney, 'workspaceId' | 'id'>,
  customerIds: readonly Id<'cus'>[],
): Promise<void> {
  if (customerIds.length === 0) return;
  const own = journeyKey(id);
  const watched = await watchRecords(tx, workspaceId, (key) => key === own);
  await tellRecords(tx, workspaceId, watched, customerIds);
}
