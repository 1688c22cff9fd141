// The connection of one channel as Settings shows it; where nothing was saved, what is used instead.
import { and, eq } from 'drizzle-orm';
import { connections } from '@/drizzle/schema';
import type { ConnectionDetail } from '@/lib/core/api/connection';
import type { Channel } from '@/lib/core/api/message';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { describeConnection, describeRow } from './describe-connection';
import { unsavedConnection } from './load-connections';

export async function findConnection(actor: Actor, channel: Channel): Promise<ConnectionDetail> {
  const { workspaceId } = actor;
  const [row] = await inWorkspace(workspaceId, (tx) =>
    tx
      .select()
      .from(connections)
      .where(and(eq(connections.workspaceId, workspaceId), eq(connections.channel, channel))),
  );
  return row ? describeRow(row) : describeConnection(unsavedConnection(workspaceId, channel), null);
}
