// Appends to the reason trail: what was decided about passages, and that nobody was let in.
import { sql } from 'drizzle-orm';
import type { DecidedMoment } from '@/lib/core/engine/moments';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';

/** @param moments numbered in the order of moments, or next in it */
export async function writeMoments(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  moments: readonly (DecidedMoment & { readonly momentSeq?: number })[],
): Promise<void> {
  if (moments.length === 0) return;
  await tx.execute(sql`
    insert into moments (workspace_id, moment_seq, customer_id, journey_id, version, enrollment_id, at, steps)
    select ${workspaceId}, coalesce(x."momentSeq", nextval('moment_order')), x."customerId", x."journeyId", x.version,
      x."enrollmentId", to_timestamp(x.at / 1000), x.steps
    from json_to_recordset(${JSON.stringify(moments)}::json) as x (
      "momentSeq" bigint, "customerId" text, "journeyId" text, version int, "enrollmentId" text, at float8, steps jsonb)`);
}
