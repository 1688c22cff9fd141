// The sending rules of the workspace.
import type { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { loadRules } from './load-rules';

export async function findDelivery({ workspaceId }: Actor): Promise<Result<DeliveryPolicy>> {
  return ok((await inWorkspace(workspaceId, (tx) => loadRules(tx, workspaceId))).policy);
}
