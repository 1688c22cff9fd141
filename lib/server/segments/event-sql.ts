// What customers did, as semi-joins and sums over the index by name and customer.
import { type SQL, sql } from 'drizzle-orm';
import { comparisons } from '@/lib/core/condition/compare';
import type { EventTest, Measure, Test } from '@/lib/core/condition/condition';
import { doesEventHold } from '@/lib/core/condition/event-test';
import { windowOf } from '@/lib/core/condition/event-window';
import { betweenSql } from './instant-sql';
import type { Selection } from './selection';
import { signs } from './signs';
import { FAILS, HOLDS, valueSql, valueTestSql } from './value-sql';

const DAY_MS = 86_400_000;

const and = (parts: readonly SQL[]) => (parts.length === 0 ? HOLDS : sql.join([...parts], sql` and `));

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

/** A sum that is compared with so many times the number as there are in it, or the end of the numbers. */
function measureSql({ of, property }: Measure): SQL {
  const value = valueSql(sql`e.properties`, property);
  const number = sql`case when jsonb_typeof(${value}) = 'number' then ${value}::numeric end`;
  if (of === 'sum') return sql`coalesce(sum(${number}), 0)`;
  if (of === 'average') return sql`sum(${number})`;
  return of === 'smallest' ? sql`min(${number})` : sql`max(${number})`;
}

/** Whole days that are over since an instant, said of the instant itself; none are over of what is yet to come. */
function daysSql({ operator, count }: EventTest, instant: SQL, { now }: Selection): SQL {
  const until = (days: number) => and(betweenSql(instant, Number.NEGATIVE_INFINITY, now - days * DAY_MS + 1));
  const after = (days: number) => and(betweenSql(instant, now - days * DAY_MS + 1, Number.POSITIVE_INFINITY));
  const [least, beyond] = [Math.ceil(count), Math.floor(count) + 1];
  switch (operator) {
    case 'at-least':
      return least <= 0 ? HOLDS : until(least);
    case 'greater-than':
      return beyond <= 0 ? HOLDS : until(beyond);
    case 'at-most':
      return beyond <= 0 ? FAILS : after(beyond);
    case 'less-than':
      return least <= 0 ? FAILS : after(least);
    case 'equals':
      if (least === beyond || least < 0) return FAILS;
      return least === 0 ? after(1) : sql`${until(least)} and ${after(beyond)}`;
  }
}

function measuredSql(test: EventTest, measure: Measure, selection: Selection): SQL {
  const { operator, count } = test;
  const isOfDays = measure.of === 'days-since-first' || measure.of === 'days-since-last';
  if (!isOfDays && measure.property.length === 0) return FAILS;
  const meant = deedSql(test, selection, 'e');
  if (isOfDays) {
    const instant = measure.of === 'days-since-first' ? sql`min(e.occurred_at)` : sql`max(e.occurred_at)`;
    return amongSql(meant, daysSql(test, instant, selection));
  }
  const value = valueSql(sql`e.properties`, measure.property);
  const times =
    measure.of === 'average' ? sql` * count(*) filter (where jsonb_typeof(${value}) = 'number')` : sql``;
  const having = sql`${measureSql(measure)} ${signs[operator]} ${count}::numeric${times}`;
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
