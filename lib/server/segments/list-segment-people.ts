// The people behind a figure of a segment: who was in, came in or left on a day, who did something at an hour or on a weekday.
import { type SQL, sql } from 'drizzle-orm';
import type { Page } from '@/lib/core/api/page';
import type { SegmentRef } from '@/lib/core/api/segment';
import type { SegmentPeopleQuery, SegmentPerson } from '@/lib/core/api/segment-charts';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { now } from '../clock';
import { customerLabels } from '../customers/customer-labels';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';
import { lookedAtSql, RECENT_DAYS } from './looked-at';
import { namedSegments } from './named-segments';

type Asked = SegmentRef & SegmentPeopleQuery;

interface Row {
  readonly customerId: Id<'cus'>;
  readonly at: Date;
  readonly times: number;
}

export async function listSegmentPeople(actor: Actor, input: Asked): Promise<Result<Page<SegmentPerson>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const { workspaceId } = actor;
  const before = cursor.value
    ? sql`(date_trunc('milliseconds', at), customer_id) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`
    : sql`true`;
  const moments = historyFigures.has(input.figure)
    ? movesSql(workspaceId, input)
    : momentsSql(workspaceId, input);
  return inWorkspace(workspaceId, async (tx) => {
    if (!(await namedSegments(tx, workspaceId, [input.id]))) return refusal('not-found');
    const found = await rows<Row>(
      tx,
      sql`
        select * from (
          select customer_id as "customerId", customer_id, max(at) as at, count(*)::int as times
          from (${moments}) as moments group by customer_id) people
        where ${before}
        order by date_trunc('milliseconds', at) desc, customer_id desc limit ${input.limit + 1}`,
    );
    const labelOf = await customerLabels(
      tx,
      actor,
      found.map(({ customerId }) => customerId),
    );
    const people = found.map(({ customerId, at, times }) => ({
      ...{ customerId, customerLabel: labelOf(customerId) },
      ...{ at: at.toISOString(), times },
    }));
    return ok(pageOfRows(people, input.limit, (row) => [Date.parse(row.at), row.customerId]));
  });
}

const historyFigures: ReadonlySet<Asked['figure']> = new Set(['inside', 'entered', 'left']);

/** Every coming or going of the day, or who was in at its end. */
function movesSql(workspaceId: Id<'wsp'>, { id, figure, value: day }: Asked): SQL {
  const of = sql`m.workspace_id = ${workspaceId} and m.segment_id = ${id}`;
  const on = (instant: SQL) => sql`
    ${instant} >= ${day}::timestamp at time zone w.time_zone
    and ${instant} < (${day}::timestamp + interval '1 day') at time zone w.time_zone`;
  const isOver = (instant: SQL) =>
    sql`${instant} >= (${day}::timestamp + interval '1 day') at time zone w.time_zone`;
  const clock = sql`join workspaces w on w.workspace_id = m.workspace_id`;
  if (figure === 'left') {
    return sql`
      select m.customer_id, m.left_at as at from segment_stays m ${clock} where ${of} and ${on(sql`m.left_at`)}`;
  }
  if (figure === 'inside') {
    return sql`
      select m.customer_id, m.entered_at as at from segment_members m ${clock}
      where ${of} and not ${isOver(sql`m.entered_at`)}
      union all
      select m.customer_id, m.entered_at from segment_stays m ${clock}
      where ${of} and not ${isOver(sql`m.entered_at`)} and ${isOver(sql`m.left_at`)}`;
  }
  return sql`
    select m.customer_id, m.entered_at as at from segment_members m ${clock} where ${of} and ${on(sql`m.entered_at`)}
    union all
    select m.customer_id, m.entered_at from segment_stays m ${clock} where ${of} and ${on(sql`m.entered_at`)}`;
}

/** What the members whom the persona looks at did, as its bars count it. */
function momentsSql(workspaceId: Id<'wsp'>, { id, figure, value }: Asked): SQL {
  const part = figure === 'hour' ? sql`hour` : sql`isodow`;
  return sql`
    select e.customer_id, e.occurred_at as at
    from (${lookedAtSql(workspaceId, id)}) m
    join events e on e.workspace_id = ${workspaceId} and e.customer_id = m.customer_id
    join workspaces w on w.workspace_id = e.workspace_id
    where e.type <> 'signal' and e.lane >= 0
      and e.occurred_at >= ${new Date(now().getTime() - RECENT_DAYS * 86_400_000)} 
      and extract(${part} from e.occurred_at at time zone w.time_zone) = ${value}::int`;
}
