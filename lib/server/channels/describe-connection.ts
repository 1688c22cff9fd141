// A connection as it may be shown: settings and the names of its secrets, never their values.
import type { connections } from '@/drizzle/schema';
import { ConnectionDetail } from '@/lib/core/api/connection';
import type { Connection } from './channel';
import { openConnection } from './load-connections';
import { twilioCallback } from './sms/twilio';

export function describeConnection(connection: Connection, updatedAt: Date | null): ConnectionDetail {
  const { id, channel, provider, config, secret } = connection;
  return ConnectionDetail.parse({
    id,
    channel,
    provider,
    config,
    secrets: Object.keys(secret).filter((name) => secret[name] !== ''),
    callbacks:
      provider === 'twilio' && id
        ? { status: twilioCallback(id, 'status'), inbound: twilioCallback(id, 'inbound') }
        : null,
    updatedAt: updatedAt?.toISOString() ?? null,
  });
}

export function describeRow(row: typeof connections.$inferSelect): ConnectionDetail {
  return describeConnection(openConnection(row), row.updatedAt);
}
