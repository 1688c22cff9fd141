// What customers did, as semi-joins and sums over the index by name and customer.
import { type SQL, sql } from 'drizzle-orm';
import { comparisons } from '@/lib/core/condition/compare';
import type { EventTest, Measure, Test } from '@/lib/core/condition/condition';
import { doesEventHold } from '@/lib/core/condition/event-test';
import { windowOf } from '@/lib/core/condition/event-window';
import { betweenSql, instantSql } from './instant-sql';
import type { Selection } from './selection';
import { signs } from './signs';
import { FAILS, HOLDS, valueSql, valueTestSql } from './value-sql';

/** Behind the cursors nothing has been worked; what is in no lane that is named has. */
function workedSql({ upTo }: Selection, event: SQL): SQL[] {
  if (upTo === undefined || upTo.length === 0) return [];
  const cursors: (number | null)[] = Array(Math.max(...upTo.map(({ lane }) => lane)) + 1).fill(null);
  for (const { lane, cursor } of upTo) cursors[lane] = cursor;
  return [
    sql`${event}.seq <= coalesce((${sql.param(cursors)}::bigint[])[${event}.lane + 1], 9223372036854775807)`,
  ];
}

function ownSql(where: EventTest['where'], source: SQL): SQL[] {
  return where.map((test) => (test.subject === 'property' ? valueTestSql(test, source) : FAILS));
}

/** What the database can look for in one go: a list that holds an object with this value. */
function isPlainEquality({ subject, path, operator, value }: Test): boolean {
  const isScalar = value !== undefined && !Array.isArray(value);
  return subject === 'property' && operator === 'equals' && isScalar && path.length > 0;
}

function itemsSql({ items }: EventTest, properties: SQL): SQL[] {
  if (items === undefined) return [];
  const [only, ...others] = items.where;
  if (only && others.length === 0 && isPlainEquality(only)) {
    const item = only.path.reduceRight<unknown>((value, key) => ({ [key]: value }), only.value);
    const held = items.path.reduceRight<unknown>((value, key) => ({ [key]: value }), [item]);
    return [sql`${properties} @> ${JSON.stringify(held)}::jsonb`];
  }
  const list = valueSql(properties, items.path);
  const parts = [sql`jsonb_typeof(i.value) = 'object'`, ...ownSql(items.where, sql`i.value`)];
  return [
    sql`exists (
      select from jsonb_array_elements(case jsonb_typeof(${list}) when 'array' then ${list} end) i
      where ${sql.join(parts, sql` and `)})`,
  ];
}

/** The events that the test means, of all customers, under a name; to be gone on with `and`. */
export function deedSql(test: EventTest, selection: Selection, name: 'e' | 'first' | 'next'): SQL {
  const event = sql.raw(name);
  const properties = sql`${event}.properties`;
  const { from, until } = windowOf(test, selection.now, selection.timeZone);
  const parts = [
    sql`${event}.workspace_id = ${selection.workspaceId} and ${event}.name = ${test.event}`,
    sql`${event}.type <> 'signal'`,
    ...betweenSql(sql`${event}.occurred_at`, from, until),
    ...workedSql(selection, event),
    ...ownSql(test.where, properties),
    ...itemsSql(test, properties),
  ];
  return sql`events ${event} where ${sql.join(parts, sql` and `)}`;
}

/** Whether somebody is among those of whose events the sum says so. */
function amongSql(meant: SQL, having: SQL): SQL {
  return sql`exists (
    select from (select e.customer_id from ${meant} group by e.customer_id having ${having}) did
    where did.customer_id = c.id)`;
}

/**
 * Those who did it so often. Who did it never is in no list of events, so where never counts, everybody is meant who is
 * not among those who did it otherwise.
 */
export function timesSql({ operator, count }: Pick<EventTest, 'operator' | 'count'>, meant: SQL): SQL {
  const holds = (times: number) => comparisons[operator](times, count);
  const isRising = operator === 'at-least' || operator === 'greater-than';
  if (holds(0) && isRising) return HOLDS;
  if (!holds(0) && (operator === 'at-most' || operator === 'less-than')) return FAILS;
  const having = sql`count(*) ${signs[operator]} ${count}::numeric`;
  const isEnoughOnce = holds(0) ? operator === 'equals' || !holds(1) : isRising && holds(1);
  const once = sql`exists (select from ${meant} and e.customer_id = c.id)`;
  if (holds(0)) return sql`not ${isEnoughOnce ? once : amongSql(meant, sql`not (${having})`)}`;
  return isEnoughOnce ? once : amongSql(meant, having);
}

/** Null where there is nothing to measure; a sum is compared with so many times the number as there are in it. */
function measureSql({ of, property }: Measure, { now }: Selection): SQL {
  const value = valueSql(sql`e.properties`, property);
  const number = sql`case when jsonb_typeof(${value}) = 'number' then ${value}::numeric end`;
  const days = (instant: SQL) =>
    sql`greatest(0, floor(extract(epoch from ${instantSql(now)} - ${instant}) / 86400))`;
  switch (of) {
    case 'sum':
      return sql`coalesce(sum(${number}), 0)`;
    case 'average':
      return sql`sum(${number})`;
    case 'smallest':
      return sql`min(${number})`;
    case 'largest':
      return sql`max(${number})`;
    case 'days-since-first':
      return days(sql`min(e.occurred_at)`);
    case 'days-since-last':
      return days(sql`max(e.occurred_at)`);
  }
}

function measuredSql(test: EventTest, measure: Measure, selection: Selection): SQL {
  const { operator, count } = test;
  const isOfDays = measure.of === 'days-since-first' || measure.of === 'days-since-last';
  if (!isOfDays && measure.property.length === 0) return FAILS;
  const value = valueSql(sql`e.properties`, measure.property);
  const times =
    measure.of === 'average' ? sql` * count(*) filter (where jsonb_typeof(${value}) = 'number')` : sql``;
  const having = sql`${measureSql(measure, selection)} ${signs[operator]} ${count}::numeric${times}`;
  const meant = deedSql(test, selection, 'e');
  // Who did nothing has a sum of 0, and nothing else that could be measured.
  if (measure.of !== 'sum' || !comparisons[operator](0, count)) return amongSql(meant, having);
  return sql`not ${amongSql(meant, sql`not (${having})`)}`;
}

export function eventTestSql(test: EventTest, selection: Selection): SQL {
  if (test.event === '') return FAILS;
  // Whom no journey is asked about has entered none, and has done nothing since.
  if (test.sinceEntry) return doesEventHold(test, { attributes: {}, properties: {} }) ? HOLDS : FAILS;
  if (test.measure !== undefined) return measuredSql(test, test.measure, selection);
  return timesSql(test, deedSql(test, selection, 'e'));
}
