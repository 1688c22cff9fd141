// How many events of a trigger's name let nobody in, and why. Counted exactly, by what was in force for each of them: the
// events are stored, so nothing about those that fail a filter has to be.
import { sql } from 'drizzle-orm';
import type { NodeReasons, ReasonCount } from '@/lib/core/api/why';
import type { TriggerRule } from '@/lib/core/engine/program';
import type { Id } from '@/lib/core/id';
import { NonEntryCode } from '@/lib/core/reason/verdict';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { VersionRules } from './entry-rules';
import { heardBy } from './heard-by';
import type { Period } from './period';
import { meaningOf } from './reason-guide';

/** A version with the rule by which the trigger listens in it. */
export interface Listening {
  readonly version: number;
  readonly rule: TriggerRule;
}

type Node = Pick<NodeReasons, 'id' | 'nodeId'>;

/** None for a node that is no trigger, or one that no event but anything else sets off. */
export function listeningsOf(versions: readonly VersionRules[], nodeId: Node['nodeId']): Listening[] {
  return versions.flatMap(({ version, enrolling }) =>
    (enrolling ?? [])
      .filter((rule) => rule.nodeId === nodeId && rule.on !== 'change')
      .map((rule) => ({ version, rule })),
  );
}

const rulesIn = (listenings: readonly Listening[]) => listenings.map(({ rule }) => rule);

/** The most frequent first; only what happened is listed. */
export async function countNonEntries(
  tx: Tx,
  actor: Actor,
  node: Node,
  period: Period,
  versions: readonly VersionRules[],
): Promise<ReasonCount[]> {
  const listenings = listeningsOf(versions, node.nodeId);
  if (listenings.length === 0) return [];
  const [{ decided = 0 } = {}] = await countDecided(tx, actor, node, period, listenings);
  const fates = await countFates(tx, actor, node, period, listenings);
  const counts = fates.map(({ fate, count }) =>
    fate === 'met' ? { code: 'filter-failed', count: count - decided } : { code: fate, count },
  );
  return counts
    .flatMap(({ code, count }) => (count > 0 ? [{ code: NonEntryCode.parse(code), count }] : []))
    .sort((a, b) => b.count - a.count)
    .map((row) => ({ ...row, people: null, reason: meaningOf(row.code) }));
}

/**
 * Those whose filter held: each left one decision at the trigger, at the instant of its event. A signal may also come
 * from inside the engine and be stored nowhere; then it is not among the events that are counted, nor here.
 */
function countDecided(
  tx: Tx,
  { workspaceId }: Actor,
  { id, nodeId }: Node,
  { from, until }: Period,
  listenings: readonly Listening[],
): Promise<{ decided: number }[]> {
  const isHeard = sql`exists (
    select from events e where e.workspace_id = d.workspace_id and e.customer_id = d.customer_id
      and e.received_at = d.at and ${heardBy(rulesIn(listenings), id)})`;
  return rows(
    tx,
    sql`
      select count(*) as decided from decisions d
      where d.workspace_id = ${workspaceId} and d.journey_id = ${id} and d.node_id = ${nodeId}
        and d.at >= ${from} and d.at < ${until} and (d.enrollment_id is null or d.code = 'entered')
        and ${listenings.some(({ rule }) => rule.on === 'signal') ? isHeard : sql`true`}`,
  );
}

/** `met`: a live version listened for it. */
function countFates(
  tx: Tx,
  { workspaceId }: Actor,
  node: Node,
  period: Period,
  listenings: readonly Listening[],
): Promise<{ fate: string; count: number }[]> {
  const listened = listenings.map(({ version, rule }) => ({
    v: version,
    e: rule.event,
    s: rule.on === 'signal',
  }));
  return rows(
    tx,
    sql`
      ${heardThen(workspaceId, node, period, listenings)},
      listening as (
        select * from json_to_recordset(${JSON.stringify(listened)}::json) as x (v int, e text, s boolean))
      select case
          when is_parked then 'event-parked'
          when is_pending then 'event-pending'
          when not is_recorded then case when exists (
            select from journey_versions v where v.workspace_id = ${workspaceId} and v.journey_id = ${node.id}
              and v.published_at <= k.received_at) then 'not-recorded' else 'was-not-live' end
          when state = 'paused' then 'was-paused'
          when state = 'archived' then 'was-archived'
          when state = 'live' and exists (
            select from listening g where g.v = k.version and g.e = k.name and g.s = k.is_signal) then 'met'
          else 'was-not-live' end as fate,
        count(*) as count
      from known k group by 1`,
  );
}

/**
 * `known`: what was heard, each with the state and version of the journey that it met. Every lane's past is cut into the
 * stretches in which nothing changed.
 */
const heardThen = (
  workspaceId: Id<'wsp'>,
  node: Node,
  { from, until }: Period,
  listenings: readonly Listening[],
) => sql`
  with stretch as (
    select r.lane, r.after_seq,
      lead(r.after_seq, 1, 9223372036854775807) over (partition by r.lane order by r.revision) as to_seq,
      coalesce(s.state, 'draft') as state, s.version
    from lane_revisions r
    left join lateral (
      select state, version from journey_spans
      where workspace_id = r.workspace_id and journey_id = ${node.id} and revision <= r.revision
      order by revision desc limit 1) s on true
    where r.workspace_id = ${workspaceId}),
  heard as (
    select e.seq, e.lane, e.name, e.type = 'signal' as is_signal, e.received_at,
      case when e.lane < 0 then (e.context ->> 'revision')::bigint end as revision
    from events e
    where e.workspace_id = ${workspaceId} and ${heardBy(rulesIn(listenings), node.id)}
      and e.received_at >= ${from} and e.received_at < ${until}),
  known as (
    select h.*, p.seq is not null as is_parked, coalesce(h.seq > l.cursor, false) as is_pending,
      h.revision is not null or t.lane is not null as is_recorded,
      coalesce(t.state, m.state, 'draft') as state, coalesce(t.version, m.version) as version
    from heard h
    left join parked_events p on p.workspace_id = ${workspaceId} and p.seq = h.seq
    left join lanes l on l.workspace_id = ${workspaceId} and l.lane = h.lane
    left join stretch t on t.lane = h.lane and h.seq > t.after_seq and h.seq <= t.to_seq
    left join lateral (
      select state, version from journey_spans
      where workspace_id = ${workspaceId} and journey_id = ${node.id} and revision <= h.revision
      order by revision desc limit 1) m on true)`;
