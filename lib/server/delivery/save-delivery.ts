// Changes the sending rules. The next send that starts goes by the new ones.
import { eq, sql } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import type { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { beginSpan } from '../holdout/begin-span';
import { loadRules } from './load-rules';

export function saveDelivery(actor: Actor, input: DeliveryPolicy): Promise<Result<DeliveryPolicy>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    await tx.execute(sql`select from workspaces where workspace_id = ${workspaceId} for update`);
    const { policy: before, draw } = await loadRules(tx, workspaceId);
    await tx.update(workspaces).set({ deliveryPolicy: input }).where(eq(workspaces.workspaceId, workspaceId));
    const percent = input.holdoutPercent;
    if (percent !== before.holdoutPercent) await beginSpan(tx, workspaceId, { percent, draw });
    await audit(tx, actor, 'sending-rules.saved', workspaceId, { before, after: input });
    return ok(input);
  });
}
