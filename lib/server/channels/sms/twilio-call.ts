// A call from Twilio at the border: its connection, its signature over the public address, its form. Nothing is believed
// before the signature is.
import { and, eq } from 'drizzle-orm';
import sdk from 'twilio';
import { connections } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { asSystem } from '../../db/transaction';
import { openConnection } from '../load-connections';
import { storable } from '../storable';
import { twilioCallback } from './twilio';

export interface TwilioCall {
  readonly workspaceId: Id<'wsp'>;
  readonly form: Readonly<Record<string, string>>;
}

/** Null for an unknown connection, one without a secret, and a signature that is wrong, missing or for another address. */
export async function verifyTwilioCall(
  connectionId: string,
  kind: 'status' | 'inbound',
  body: string,
  signature: string | null,
): Promise<TwilioCall | null> {
  const [row] = await asSystem((tx) =>
    tx
      .select()
      .from(connections)
      // The text is looked up as it is; what is no id finds nothing.
      .where(and(eq(connections.id, connectionId as Id<'con'>), eq(connections.provider, 'twilio'))),
  );
  const authToken = row && openConnection(row).secret.authToken;
  if (!authToken || !signature) return null;
  const form = Object.fromEntries(new URLSearchParams(body));
  // Our own public address, not what a proxy or a caller claims in Host.
  if (!sdk.validateRequest(authToken, signature, twilioCallback(connectionId, kind), form)) return null;
  const clean = Object.entries(form).map(([name, value]) => [storable(name), storable(value)]);
  return { workspaceId: row.workspaceId, form: Object.fromEntries(clean) };
}
