// Events as occasions to enter a journey: what happened, and what was in force for the journey when it was worked.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { StandingThen } from '@/lib/core/reason/verdict';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

export interface AskedPair {
  readonly seq: number;
  readonly journeyId: Id<'jrn'>;
}

export interface OccasionRow extends AskedPair, StandingThen {
  readonly customerId: Id<'cus'>;
  /** Below zero where a journey emitted it. */
  readonly lane: number;
  /** The last event of this customer that was worked when it was judged: itself, or for an emitted one what led to it. */
  readonly place: number;
  readonly messageId: string;
  readonly type: string;
  readonly name: string;
  readonly properties: JsonObject;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
}

/**
 * One statement for any number of pairs, in no particular order. The rules in force are those the event's lane was worked
 * by; an event that a journey emitted was worked in the batch that wrote it, so the revision of that time counts.
 */
export function occasionRows(
  tx: Tx,
  { workspaceId }: Actor,
  asked: readonly AskedPair[],
): Promise<OccasionRow[]> {
  if (asked.length === 0) return Promise.resolve([]);
  return rows<OccasionRow>(
    tx,
    sql`
      select e.seq, a."journeyId", e.customer_id as "customerId", e.lane,
        case when e.lane >= 0 then e.seq else coalesce((
          select max(x.seq) from events x
          where x.workspace_id = e.workspace_id and x.customer_id = e.customer_id and x.lane >= 0
            and x.received_at <= e.received_at), 0) end as place,
        e.message_id as "messageId", e.type, e.name,
        e.properties, e.occurred_at as "occurredAt", e.received_at as "receivedAt",
        case
          when p.seq is not null then 'parked'
          when e.seq > l.cursor then 'pending'
          when r.revision is null and exists (
            select from journey_versions v
            where v.workspace_id = j.workspace_id and v.journey_id = j.id and v.published_at <= e.received_at
          ) then 'unrecorded'
          else 'done'
        end as work,
        coalesce(s.state, 'draft') as state, s.version
      from json_to_recordset(${JSON.stringify(asked)}::json) as a (seq bigint, "journeyId" text)
      join events e on e.workspace_id = ${workspaceId} and e.seq = a.seq
      join journeys j on j.workspace_id = e.workspace_id and j.id = a."journeyId"
      left join parked_events p on p.workspace_id = e.workspace_id and p.seq = e.seq
      left join lanes l on l.workspace_id = e.workspace_id and l.lane = e.lane
      left join lateral (
        select coalesce(case when e.lane < 0 then (e.context ->> 'revision')::bigint end, (
          select revision from lane_revisions
          where workspace_id = e.workspace_id and lane = e.lane and after_seq < e.seq
          order by revision desc limit 1)) as revision) r on true
      left join lateral (
        select revision, state, version from journey_spans
        where workspace_id = e.workspace_id and journey_id = j.id and revision <= r.revision
        order by revision desc limit 1) s on true`,
  );
}
