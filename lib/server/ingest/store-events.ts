// The way in for events that do not come over HTTP: provider callbacks, imports, the demo shop. They pass the same checks
// and get the same answers as a client's.
import type { Id } from '@/lib/core/id';
import type { Json } from '@/lib/core/json';
import { wake } from '../wake';
import { GROUP_EVENTS } from './limits';
import { parseEvent } from './parse-event';
import type { Shared } from './read-request';
import { type Checked, resultsOf, type StoredEvents } from './results';
import { storeSafely } from './store-safely';

const NOTHING_SHARED: Shared = { type: null, context: {}, sentAt: null, retriedForMs: 0 };

/**
 * Stores events shaped as in Segment's batch (`type`, `userId`, `event`, `properties`, `timestamp` …), in order.
 * @param source separates the message ids of one origin from those of another
 */
export async function storeEvents(
  workspaceId: Id<'wsp'>,
  source: string,
  events: readonly Json[],
  receivedAt: Date,
): Promise<StoredEvents> {
  const checked: Checked[] = events.map((raw) => parseEvent(raw, NOTHING_SHARED, receivedAt.getTime()));
  const sound = checked.flatMap((result) => (result.ok ? [{ source, event: result.value }] : []));
  const outcomes = [];
  for (let start = 0; start < sound.length; start += GROUP_EVENTS) {
    const group = sound.slice(start, start + GROUP_EVENTS);
    outcomes.push(...(await storeSafely(workspaceId, () => group)));
  }
  if (sound.length > 0) wake('engine');
  return resultsOf(checked, outcomes);
}
