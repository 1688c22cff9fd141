// What customers did, as semi-joins and sums over the index by name and customer.
import { type SQL, sql } from 'drizzle-orm';
import { comparisons } from '@/lib/core/condition/compare';
import type { EventTest } from '@/lib/core/condition/condition';
import { durationMs } from '@/lib/core/duration';
import type { Selection } from './selection';
import { signs } from './signs';
import { FAILS, HOLDS, valueTestSql } from './value-sql';

const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');

/** After this instant (ms), as far as the database knows such instants. */
function afterSql(instant: number): SQL[] {
  if (instant < EARLIEST) return [];
  return [instant > LATEST ? FAILS : sql`e.occurred_at > ${new Date(instant).toISOString()}::timestamptz`];
}

/** Behind the cursors nothing has been worked; what is in no lane that is named has. */
function workedSql({ upTo }: Selection): SQL[] {
  if (upTo === undefined || upTo.length === 0) return [];
  const cursors: (number | null)[] = Array(Math.max(...upTo.map(({ lane }) => lane)) + 1).fill(null);
  for (const { lane, cursor } of upTo) cursors[lane] = cursor;
  return [sql`e.seq <= coalesce((${sql.param(cursors)}::bigint[])[e.lane + 1], 9223372036854775807)`];
}

/** The events that the test means, of all customers. */
function eventsMeant({ event, where, within }: EventTest, selection: Selection): SQL {
  const own = where.map((test) =>
    test.subject === 'property' ? valueTestSql(test, sql`e.properties`) : FAILS,
  );
  const parts = [
    sql`e.workspace_id = ${selection.workspaceId} and e.name = ${event} and e.type <> 'signal'`,
    ...(within === null ? [] : afterSql(selection.now - durationMs(within))),
    ...workedSql(selection),
    ...own,
  ];
  return sql`events e where ${sql.join(parts, sql` and `)}`;
}

/**
 * Those who did it so often. Who did it never is in no list of events, so where never counts, everybody is meant who is
 * not among those who did it otherwise.
 */
function timesSql(test: EventTest, meant: SQL): SQL {
  const { operator, count } = test;
  const holds = (times: number) => comparisons[operator](times, count);
  const isRising = operator === 'at-least' || operator === 'greater-than';
  if (holds(0) && isRising) return HOLDS;
  if (!holds(0) && (operator === 'at-most' || operator === 'less-than')) return FAILS;
  const among = holds(0) ? sql`not exists` : sql`exists`;
  const isEnoughOnce = holds(0) ? operator === 'equals' || !holds(1) : isRising && holds(1);
  if (isEnoughOnce) return sql`${among} (select from ${meant} and e.customer_id = c.id)`;
  const having = sql`count(*) ${signs[operator]} ${count}::numeric`;
  return sql`${among} (
    select from (
      select e.customer_id from ${meant} group by e.customer_id
      having ${holds(0) ? sql`not (${having})` : having}) did
    where did.customer_id = c.id)`;
}

export function eventTestSql(test: EventTest, selection: Selection): SQL {
  if (test.event === '') return FAILS;
  // Whom no journey is asked about has entered none.
  if (test.sinceEntry) return comparisons[test.operator](0, test.count) ? HOLDS : FAILS;
  return timesSql(test, eventsMeant(test, selection));
}
