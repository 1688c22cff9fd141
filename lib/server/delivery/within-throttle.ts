// How many sends may be taken up where a channel has a speed limit. Only an estimate, so that a throttled backlog is left
// in peace; what may really start is counted under a lock in the transaction that starts it.
import type { Id } from '@/lib/core/id';
import { placesLeft } from '@/lib/core/policy/throttle-rule';
import { channelOfCommand } from '../channels/registry';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import type { Room } from './claim';
import { loadRules } from './load-rules';
import { loadStarts } from './load-starts';

export async function withinThrottle(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  rooms: readonly Room[],
): Promise<Room[]> {
  const { throttles } = (await loadRules(tx, workspaceId)).policy;
  const channels = rooms.map(({ type }) => channelOfCommand[type]);
  const limited = channels.filter((channel) => throttles[channel] !== null);
  const at = now();
  const starts = await loadStarts(tx, workspaceId, limited, at);
  return rooms.flatMap(({ type, places }) => {
    const channel = channelOfCommand[type];
    const left = placesLeft(throttles[channel], starts.get(channel) ?? [], at.getTime());
    return left > 0 ? [{ type, places: Math.min(places, left) }] : [];
  });
}
