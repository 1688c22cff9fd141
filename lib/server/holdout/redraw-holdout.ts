// Holds other customers out from now on, as many as before. The figures begin anew; those so far stay readable.
import { sql } from 'drizzle-orm';
import type { HoldoutDrawState } from '@/lib/core/api/holdout';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { beginSpan } from './begin-span';
import { drawOf } from './find-draw';

const DAY_MS = 86_400_000;

export function redrawHoldout(actor: Actor): Promise<Result<HoldoutDrawState>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    await tx.execute(sql`select from workspaces where workspace_id = ${workspaceId} for update`);
    const before = await drawOf(tx, workspaceId);
    if (before.percent === 0 || before.draw === null || before.redrawFrom === null)
      return refusal('nobody-held-out');
    const leftMs = Date.parse(before.redrawFrom) - now().getTime();
    if (leftMs > 0) return refusal('holdout-drawn-lately', { days: Math.ceil(leftMs / DAY_MS) });
    const draw = before.draw + 1;
    await beginSpan(tx, workspaceId, { percent: before.percent, draw });
    await audit(tx, actor, 'holdout.redrawn', workspaceId, { draw, percent: before.percent });
    return ok(await drawOf(tx, workspaceId));
  });
}
