// Saves how one channel sends. The secret is sealed; what is left out keeps its stored value.
import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { connections } from '@/drizzle/schema';
import type { SaveConnection, SavedConnection } from '@/lib/core/api/connection';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { newId } from '../new-id';
import { type Secret, sealSecret } from '../secrets/seal';
import { describeRow } from './describe-connection';
import { judgeConnection, secretScope } from './judge-connection';
import { openConnection } from './load-connections';

type Row = typeof connections.$inferSelect;

export async function saveConnection(actor: Actor, input: SaveConnection): Promise<Result<SavedConnection>> {
  const before = await inWorkspace(actor.workspaceId, (tx) => findRow(tx, actor, input.channel));
  const { secret, madeSecret } = secretFor(input, before);
  // Asks the network about the server's name, so it is not done while a transaction is open.
  const refused = await judgeConnection(input, secret);
  if (refused) return refused;
  const row = await inWorkspace(actor.workspaceId, (tx) => write(tx, actor, input, secret));
  return ok({ connection: describeRow(row), signingSecret: madeSecret });
}

async function findRow(tx: Tx, { workspaceId }: Actor, channel: Row['channel']): Promise<Row | null> {
  const [row] = await tx
    .select()
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.channel, channel)))
    .for('update');
  return row ?? null;
}

function secretFor(input: SaveConnection, before: Row | null): { secret: Secret; madeSecret: string | null } {
  if (input.provider === 'sandbox') return { secret: {}, madeSecret: null };
  const isSame =
    before && secretScope(before.provider, before.config) === secretScope(input.provider, input.config);
  const given = Object.entries(input.secret ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const secret: Secret = { ...(isSame ? openConnection(before).secret : {}), ...Object.fromEntries(given) };
  if (input.provider !== 'http' || secret.signingSecret) return { secret, madeSecret: null };
  const signingSecret = `whsec_${randomBytes(32).toString('base64')}`;
  return { secret: { signingSecret }, madeSecret: signingSecret };
}

async function write(tx: Tx, actor: Actor, input: SaveConnection, secret: Secret): Promise<Row> {
  const { workspaceId } = actor;
  const before = await findRow(tx, actor, input.channel);
  const at = now();
  const id = before?.id ?? newId('con');
  const hasSecret = Object.keys(secret).length > 0;
  const row: Row = {
    workspaceId,
    id,
    channel: input.channel,
    provider: input.provider,
    config: input.config,
    secret: hasSecret ? sealSecret(secret, { workspaceId, connectionId: id }) : null,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  const { provider, config, secret: sealed, updatedAt } = row;
  await tx
    .insert(connections)
    .values(row)
    .onConflictDoUpdate({
      target: [connections.workspaceId, connections.channel],
      set: { provider, config, secret: sealed, updatedAt },
    });
  await audit(tx, actor, 'connection.saved', id, { channel: input.channel, provider });
  return row;
}
