// What people of a phase are looked at by besides their arm: whether the message reached them, and which segments they were in.
import { type SQL, sql } from 'drizzle-orm';
import type { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { Id } from '@/lib/core/id';
import { harmSql } from './harm-sql';
import type { PhaseRef } from './phase-ref';

/** Over the people `f`: the message that made them count was handed over, and did not come back. */
export function isDelivered(ref: PhaseRef, design: PhaseDesign, at: Date): SQL {
  const { workspaceId, journeyId, phase } = ref;
  const mark = JSON.stringify({ exposes: [{ phase }] });
  return sql`(exists (
    select from messages m join outbox o on o.workspace_id = m.workspace_id and o.id = m.outbox_id
    where m.workspace_id = ${workspaceId} and m.customer_id = f.customer_id and m.journey_id = ${journeyId}
      and m.status in ('sandboxed', 'sent', 'delivered') and m.created_at <= ${at}
      and o.payload @> ${mark}::jsonb) and not ${harmSql(ref, design, at).bounced})`;
}

/** Over the people `f`: whether they were in the segment when they began to count. */
export function wasMember(workspaceId: Id<'wsp'>, segmentId: SQL): SQL {
  const ofPerson = (
    table: SQL,
  ) => sql`${table}.workspace_id = ${workspaceId} and ${table}.segment_id = ${segmentId}
    and ${table}.customer_id = f.customer_id and ${table}.entered_at <= f.t0`;
  return sql`(exists (select from segment_members k where ${ofPerson(sql`k`)})
    or exists (select from segment_stays k where ${ofPerson(sql`k`)} and k.left_at > f.t0))`;
}
