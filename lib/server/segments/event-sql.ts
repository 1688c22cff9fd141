// What customers did, as semi-joins and sums over the index by name and customer.
import { type SQL, sql } from 'drizzle-orm';
import { comparisons } from '@/lib/core/condition/compare';
import type { EventTest, Measure, Test } from '@/lib/core/condition/condition';
import { doesEventHold } from '@/lib/core/condition/event-test';
import { windowOf } from '@/lib/core/condition/event-window';
import { betweenSql } from './instant-sql';
import { portionSql } from './portion-sql';
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

/** What is asked of an event beside its name and the time. */
function detailsSql(test: EventTest, selection: Selection, event: SQL): SQL[] {
  const properties = sql`${event}.properties`;
  return [...workedSql(selection, event), ...ownSql(test.where, properties), ...itemsSql(test, properties)];
}

const timeSql = (event: SQL, { from, until }: { readonly from: number; readonly until: number }) =>
  betweenSql(sql`${event}.occurred_at`, from, until);

const namedSql = ({ event: name }: EventTest, selection: Selection, event: SQL) =>
  and([
    sql`${event}.workspace_id = ${selection.workspaceId} and ${event}.name = ${name} and ${event}.type <> 'signal'`,
    ...portionSql(selection, sql`${event}.customer_id`),
  ]);

/** The events that the test means, of all customers, under a name; to be gone on with `and`. */
export function deedSql(test: EventTest, selection: Selection, name: 'e' | 'first' | 'next'): SQL {
  const event = sql.raw(name);
  const time = timeSql(event, windowOf(test, selection.now, selection.timeZone));
  const parts = [namedSql(test, selection, event), ...time, ...detailsSql(test, selection, event)];
  return sql`events ${event} where ${sql.join(parts, sql` and `)}`;
}

/** Those who are in a list of events, or those who are not. */
interface Doers {
  readonly isIn: boolean;
  /** From where on: `events e where …`. */
  readonly meant: SQL;
  /** What is asked of all events of one customer together; null where one is enough. */
  readonly having: SQL | null;
}

/** Everybody, nobody, or those. */
type Asked = Doers | boolean;

const among = (meant: SQL, having: SQL | null): Doers => ({ isIn: true, meant, having });
const notAmong = (meant: SQL, having: SQL | null): Doers => ({ isIn: false, meant, having });

function idsOf({ meant, having }: Doers, also: SQL = sql``): SQL {
  return sql`select e.customer_id${also} from ${meant} group by e.customer_id${having ? sql` having ${having}` : sql``}`;
}

function predicateOf(asked: Asked): SQL {
  if (typeof asked === 'boolean') return asked ? HOLDS : FAILS;
  const { isIn, meant, having } = asked;
  const listed = having
    ? sql`exists (select from (${idsOf(asked)}) did where did.customer_id = c.id)`
    : sql`exists (select from ${meant} and e.customer_id = c.id)`;
  return isIn ? listed : sql`not ${listed}`;
}

type Times = Pick<EventTest, 'operator' | 'count'>;

/**
 * Those who did it so often. Who did it never is in no list of events, so where never counts, everybody is meant who is
 * not among those who did it otherwise.
 */
function timesOf({ operator, count }: Times, meant: SQL): Asked {
  const holds = (times: number) => comparisons[operator](times, count);
  const isRising = operator === 'at-least' || operator === 'greater-than';
  if (holds(0) && isRising) return true;
  if (!holds(0) && (operator === 'at-most' || operator === 'less-than')) return false;
  const having = sql`count(*) ${signs[operator]} ${count}::numeric`;
  const isEnoughOnce = holds(0) ? operator === 'equals' || !holds(1) : isRising && holds(1);
  if (holds(0)) return notAmong(meant, isEnoughOnce ? null : sql`not (${having})`);
  return among(meant, isEnoughOnce ? null : having);
}

export const timesSql = (times: Times, meant: SQL) => predicateOf(timesOf(times, meant));

const NUMBER = sql`case when jsonb_typeof(e.value) = 'number' then e.value::numeric end`;

/** A sum that is compared with so many times the number as there are in it, or the end of the numbers. */
const measures = {
  sum: sql`coalesce(sum(${NUMBER}), 0)`,
  average: sql`sum(${NUMBER})`,
  smallest: sql`min(${NUMBER})`,
  largest: sql`max(${NUMBER})`,
} as const;

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

function measuredOf(test: EventTest, { of, property }: Measure, selection: Selection): Asked {
  const { operator, count } = test;
  const meant = deedSql(test, selection, 'e');
  if (of === 'days-since-first' || of === 'days-since-last') {
    const instant = of === 'days-since-first' ? sql`min(e.occurred_at)` : sql`max(e.occurred_at)`;
    return among(meant, daysSql(test, instant, selection));
  }
  if (property.length === 0) return false;
  // Bounded, the value would be looked up only once, but by one process alone.
  const valued = sql`(
    select e.customer_id, ${valueSql(sql`e.properties`, property)} as value from ${meant}) e where true`;
  const times = of === 'average' ? sql` * count(*) filter (where jsonb_typeof(e.value) = 'number')` : sql``;
  const having = sql`${measures[of]} ${signs[operator]} ${count}::numeric${times}`;
  // Who did nothing has a sum of 0, and nothing else that could be measured.
  if (of !== 'sum' || !comparisons[operator](0, count)) return among(valued, having);
  return notAmong(valued, sql`not (${having})`);
}

/**
 * Several counts of events of one name, all of which must be right, in one pass over them. Null where that cannot be told
 * of a list of events, because who did nothing is meant as well.
 */
function togetherOf(tests: readonly EventTest[], selection: Selection): Doers | null {
  const [first] = tests;
  const isOfOne = tests.every((one) => one.event === first?.event && one.measure === undefined);
  const asked = tests.map((one) => askedOf(one, selection));
  const isListed = asked.some((one) => typeof one !== 'boolean' && one.isIn);
  if (!first || !isOfOne || !isListed || asked.some((one) => typeof one === 'boolean')) return null;
  const event = sql`e`;
  const windows = tests.map((one) => windowOf(one, selection.now, selection.timeZone));
  const widest = {
    from: Math.min(...windows.map(({ from }) => from)),
    until: Math.max(...windows.map(({ until }) => until)),
  };
  const counts = tests.map((one, index) => {
    const time = timeSql(event, windows[index] ?? widest);
    const meant = and([...time, ...detailsSql(one, selection, event)]);
    return sql`count(*) filter (where ${meant}) ${signs[one.operator]} ${one.count}::numeric`;
  });
  const parts = [namedSql(first, selection, event), ...timeSql(event, widest)];
  return among(sql`events e where ${and(parts)}`, and(counts));
}

function askedOf(test: EventTest, selection: Selection): Asked {
  if (test.event === '') return false;
  // Whom no journey is asked about has entered none, and has done nothing since.
  if (test.sinceEntry) return doesEventHold(test, { attributes: {}, properties: {} });
  if (test.measure !== undefined) return measuredOf(test, test.measure, selection);
  return timesOf(test, deedSql(test, selection, 'e'));
}

/** Those of one name are asked together where they can be. */
function allAsked(tests: readonly EventTest[], selection: Selection): Asked[] {
  const names = [...new Set(tests.map(({ event }) => event))];
  return names.flatMap((name) => {
    const own = tests.filter(({ event }) => event === name);
    const together = own.length > 1 ? togetherOf(own, selection) : null;
    return together ? [together] : own.map((one) => askedOf(one, selection));
  });
}

/** Tests of events, all of which must hold. */
export const eventTestsSql = (tests: readonly EventTest[], selection: Selection): SQL =>
  and(allAsked(tests, selection).map(predicateOf));

/**
 * Who fulfils all the tests, as a query of `customer_id`, each once; null where they are not to be found in a list of
 * events. Events of customers who became part of another one are the other one's, so nobody is named who is not there.
 * @param also further columns, of the events `e` of each of them, where there is one test
 */
export function doersSql(tests: readonly EventTest[], selection: Selection, also?: SQL): SQL | null {
  const asked = allAsked(tests, selection);
  const lists = asked.filter((one) => typeof one !== 'boolean');
  const first = lists.find(({ isIn }) => isIn);
  if (!first || lists.length < asked.length) return null;
  if (lists.length === 1) return idsOf(first, also);
  const others = lists.filter((one) => one !== first).map(predicateOf);
  return sql`select c.id as customer_id from (${idsOf(first)}) as c (id) where ${and(others)}`;
}
