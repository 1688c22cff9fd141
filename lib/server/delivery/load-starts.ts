// When messages were started on a channel within the last minute: what the throttle looks at.
import { sql } from 'drizzle-orm';
import type { Channel } from '@/lib/core/api/message';
import type { Id } from '@/lib/core/id';
import { MINUTE_MS } from '@/lib/core/policy/throttle-rule';
import { rows, type Tx } from '../db/transaction';

/** By channel, as ms since 1970; only for the channels asked for. */
export async function loadStarts(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  channels: readonly Channel[],
  at: Date,
): Promise<Map<Channel, number[]>> {
  const starts = new Map<Channel, number[]>(channels.map((channel) => [channel, []]));
  if (channels.length === 0) return starts;
  const found = await rows<{ channel: Channel; at: Date }>(
    tx,
    sql`
      select m.channel, d.started_at as at
      from deliveries d join messages m on m.workspace_id = d.workspace_id and m.id = d.message_id
      where d.workspace_id = ${workspaceId} and d.started_at > ${new Date(at.getTime() - MINUTE_MS)}
        and m.channel = any (${sql.param([...channels])}::text[])`,
  );
  for (const start of found) starts.get(start.channel)?.push(start.at.getTime());
  return starts;
}
