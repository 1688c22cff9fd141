// The draw in force: since when the same customers are held out, and from when others may be.
import { sql } from 'drizzle-orm';
import type { HoldoutDrawState } from '@/lib/core/api/holdout';
import type { Id } from '@/lib/core/id';
import { redrawFrom } from '@/lib/core/policy/redraw';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows, type Tx } from '../db/transaction';

export async function findDraw({ workspaceId }: Actor): Promise<Result<HoldoutDrawState>> {
  return ok(await inWorkspace(workspaceId, (tx) => drawOf(tx, workspaceId)));
}

/** Within one draw the share may have changed, or have been 0 for a while: the people are the same. */
export async function drawOf(tx: Tx, workspaceId: Id<'wsp'>): Promise<HoldoutDrawState> {
  const [row] = await rows<{ draw: number; drawnAt: Date; percent: number | null }>(
    tx,
    sql`
      select draw, min(started_at) as "drawnAt", max(percent) filter (where ended_at is null) as percent
      from holdout_spans where workspace_id = ${workspaceId} group by draw order by draw desc limit 1`,
  );
  if (!row) return { draw: null, percent: 0, drawnAt: null, redrawFrom: null };
  const { draw, drawnAt, percent } = row;
  return {
    ...{ draw, percent: percent ?? 0, drawnAt: drawnAt.toISOString() },
    redrawFrom: new Date(redrawFrom(drawnAt.getTime())).toISOString(),
  };
}
