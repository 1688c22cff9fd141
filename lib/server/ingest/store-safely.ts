// Stores a group so that what one event does to the database never costs its neighbours their place.
import type { Id } from '@/lib/core/id';
import { log } from '../log';
import { failureCode } from './database-failure';
import type { SourcedEvent } from './deduplicate';
import { remark } from './event-refusal';
import { type EventOutcome, storeGroup } from './store-group';

/** Another transaction was in the way: serialization, deadlock, lock timeout, the same row at the same time. */
const PASSING = new Set(['40001', '40P01', '55P03', '23505']);
const TRIES = 3;

/**
 * Rejects when the database cannot be asked; then nothing is known to be stored and clients must send again.
 * @param take gives the events once the transaction may write, the same ones however often it is asked
 */
export async function storeSafely(
  workspaceId: Id<'wsp'>,
  take: () => readonly SourcedEvent[],
  attempt = 1,
): Promise<EventOutcome[]> {
  try {
    return await storeGroup(workspaceId, take);
  } catch (error) {
    const code = failureCode(error);
    if (PASSING.has(code) && attempt < TRIES) return storeSafely(workspaceId, take, attempt + 1);
    if (!isAboutData(code)) throw error;
    return storeHalves(workspaceId, take(), code);
  }
}

/** The checks let something through that the database refuses: narrow it down to the one event. */
async function storeHalves(
  workspaceId: Id<'wsp'>,
  events: readonly SourcedEvent[],
  code: string,
): Promise<EventOutcome[]> {
  if (events.length === 1) {
    log.error({ workspaceId, code }, 'An event passed every check and could not be stored');
    const refusal = remark('not-storable', 'The event holds something that cannot be stored.');
    return [{ status: 'refused', remark: refusal }];
  }
  const middle = Math.ceil(events.length / 2);
  const first = await storeSafely(workspaceId, () => events.slice(0, middle));
  return [...first, ...(await storeSafely(workspaceId, () => events.slice(middle)))];
}

/** Data exceptions, broken constraints and program limits, by the class of the SQLSTATE. */
function isAboutData(code: string): boolean {
  return ['22', '23', '54'].includes(code.slice(0, 2));
}
