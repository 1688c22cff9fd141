// When a customer could have entered a journey: every event whose name any version of it listens for, and entries and
// refusals that no event was the cause of (a date, a schedule, another journey).
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { VersionRules } from './entry-rules';
import { heardBy } from './heard-by';

/** `rank`: 0 an event, 1 a refusal without one, 2 a passage without one. */
export interface EntryMoment {
  readonly at: Date;
  readonly rank: number;
  readonly place: string;
  readonly id: string;
}

export type ByMoment = readonly [at: number, rank: number, place: string];

/** Newest first. */
export function momentsOfEntry(
  tx: Tx,
  { workspaceId }: Actor,
  customer: Id<'cus'>,
  journeyId: Id<'jrn'>,
  versions: readonly VersionRules[],
  page: { readonly after: ByMoment | null; readonly limit: number },
): Promise<EntryMoment[]> {
  const rules = versions.flatMap(({ enrolling }) => enrolling ?? []);
  const mine = sql`e.workspace_id = ${workspaceId} and e.customer_id = ${customer}`;
  const heard = sql`${mine} and ${heardBy(rules, journeyId)}`;
  const [at, rank, place] = page.after ?? [];
  const earlier =
    at === undefined ? sql`true` : sql`(at, rank, place) < (${new Date(at)}, ${rank}, ${place})`;
  const newest = (source: SQL) =>
    sql`(select * from (${source}) as one where ${earlier} order by at desc, rank desc, place desc limit ${page.limit})`;
  return rows<EntryMoment>(
    tx,
    sql`
      ${newest(sql`select e.received_at as at, 0 as rank, lpad(e.seq::text, 19, '0') as place, e.seq::text as id
        from events e where ${heard}`)}
      union all
      ${newest(sql`select d.at, 1 as rank, lpad(d.seq::text, 19, '0') as place, d.seq::text as id from decisions d
        where d.workspace_id = ${workspaceId} and d.customer_id = ${customer} and d.journey_id = ${journeyId}
          and d.enrollment_id is null and not exists (
            select from events e where ${heard} and e.received_at = d.at and e.name = d.inputs ->> 'event')`)}
      union all
      ${newest(sql`select n.entered_at as at, 2 as rank, n.id as place, n.id from enrollments n
        where n.workspace_id = ${workspaceId} and n.customer_id = ${customer} and n.journey_id = ${journeyId}
          and not exists (
            select from events e where ${heard} and e.message_id = n.trigger ->> 'messageId')`)}
      order by at desc, rank desc, place desc
      limit ${page.limit}`,
  );
}
