// The sending rules of a workspace as they are now: nothing remembers them, so a change holds from the next send on.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { rows, type Tx } from '../db/transaction';

export interface Rules {
  readonly policy: DeliveryPolicy;
  /** By which draw customers are held out. */
  readonly draw: number;
  /** For customers without a zone of their own. */
  readonly timeZone: string;
}

export async function loadRules(tx: Tx, workspaceId: Id<'wsp'>): Promise<Rules> {
  const [row] = await rows<{ policy: JsonObject; draw: number; timeZone: string }>(
    tx,
    sql`
      select delivery_policy as policy, time_zone as "timeZone",
        coalesce((select max(draw) from holdout_spans where workspace_id = ${workspaceId}), 1) as draw
      from workspaces where workspace_id = ${workspaceId}`,
  );
  if (!row) throw new Error(`The workspace ${workspaceId} is gone.`);
  return { policy: DeliveryPolicy.parse(row.policy), draw: row.draw, timeZone: row.timeZone };
}
