// The connections of a workspace, opened for sending: saved ones, SMTP_URL, or the sandbox.
import { eq } from 'drizzle-orm';
import { connections } from '@/drizzle/schema';
import type { Channel as ChannelKind } from '@/lib/core/api/message';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { log } from '../log';
import { runtime } from '../runtime';
import { openSecret } from '../secrets/seal';
import type { Connection } from './channel';

export type Connections = Readonly<Record<ChannelKind, Connection>>;
type Row = typeof connections.$inferSelect;

export async function loadConnections(tx: Tx, workspaceId: Id<'wsp'>): Promise<Connections> {
  const saved = await tx.select().from(connections).where(eq(connections.workspaceId, workspaceId));
  const of = (channel: ChannelKind): Connection => {
    const row = saved.find((candidate) => candidate.channel === channel);
    return row ? openConnection(row) : unsavedConnection(workspaceId, channel);
  };
  return { email: of('email'), sms: of('sms'), webhook: of('webhook') };
}

export function openConnection(row: Row): Connection {
  const { workspaceId, id, channel, provider, config, updatedAt } = row;
  const open = { workspaceId, id, channel, provider, config, revision: updatedAt.toISOString() };
  try {
    const secret = row.secret ? openSecret(row.secret, { workspaceId, connectionId: id }) : {};
    return { ...open, secret, problem: null };
  } catch (error) {
    log.error({ error, workspaceId, connectionId: id }, 'A provider secret cannot be opened');
    return {
      ...open,
      secret: {},
      problem: 'The secret of this connection cannot be opened; enter it again.',
    };
  }
}

/** E-mail goes through the operator's SMTP_URL where there is one; everything else stays in the sandbox. */
export function unsavedConnection(workspaceId: Id<'wsp'>, channel: ChannelKind): Connection {
  const { smtpUrl, publicUrl } = runtime().env;
  const base = { id: null, workspaceId, channel, secret: {}, problem: null };
  if (channel !== 'email' || !smtpUrl)
    return { ...base, provider: 'sandbox', config: {}, revision: 'sandbox' };
  const fromAddress = `no-reply@${new URL(publicUrl).hostname}`;
  return { ...base, provider: 'smtp', config: { server: null, fromAddress }, revision: smtpUrl };
}
