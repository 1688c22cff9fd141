// Keeps a provider's call, once.
import { providerCalls } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { now } from '../../clock';
import type { Tx } from '../../db/transaction';

interface Call {
  readonly workspaceId: Id<'wsp'>;
  readonly callId: string;
  readonly providerMessageId: string | null;
  readonly form: Readonly<Record<string, string>>;
}

/** False for a call that was kept before. */
export async function keepCall(
  tx: Tx,
  { workspaceId, callId, providerMessageId, form }: Call,
): Promise<boolean> {
  const kept = await tx
    .insert(providerCalls)
    .values({
      workspaceId,
      provider: 'twilio',
      callId,
      providerMessageId,
      body: { ...form },
      receivedAt: now(),
    })
    .onConflictDoNothing()
    .returning({ callId: providerCalls.callId });
  return kept.length > 0;
}
