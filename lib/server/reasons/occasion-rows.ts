// Events as occasions to enter a journey: what happened, and what was in force for the journey when it was worked.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Place } from '@/lib/core/reason/place';
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
  readonly place: Place;
  readonly messageId: string;
  readonly type: string;
  readonly name: string;
  readonly properties: JsonObject;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
}

/** Of an event `e`: its own, or that of what a journey made happen. */
export const placeOfEvent = sql`
  case when e.lane >= 0 then jsonb_build_object('seq', e.seq, 'at', 0, 'turn', 0)
    else jsonb_build_object('seq', coalesce(e.context -> 'place' -> 0, '0'), 'turn', coalesce(e.context -> 'place' -> 1, '0'),
      'at', floor(extract(epoch from e.received_at) * 1000)::bigint) end`;

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
        ${placeOfEvent} as place,
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
