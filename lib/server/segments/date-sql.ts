// Dates of customers in SQL. The days are reckoned here, by the same calendar as in memory; the database only compares.
import { type SQL, sql } from 'drizzle-orm';
import type { DateTest } from '@/lib/core/condition/condition';
import { type DayRange, isAnniversary, rangeOf } from '@/lib/core/condition/date-test';
import { DAY_PATTERN, dayAt, INSTANT_PATTERN, startOf } from '@/lib/core/time/day';
import { betweenSql } from './instant-sql';
import type { Selection } from './selection';
import { FAILS, textOf, valueSql } from './value-sql';

type Day = NonNullable<DayRange['from']>;

/** Months and days of the range; the 28th of February stands for the 29th where that year has none. */
function monthDays(from: Day, to: Day): string[] {
  const days: string[] = [];
  for (let day = from; day.until(to).days >= 0; day = day.add({ days: 1 })) {
    const text = day.toString().slice(5);
    days.push(text);
    if (text === '02-28' && !day.inLeapYear) days.push('02-29');
  }
  return days;
}

/** Days that are written compare as texts. */
function writtenSql(text: SQL, { from, to }: DayRange): SQL[] {
  const compared = sql`${text} collate "C"`;
  return [
    ...(from === null ? [] : [from.year > 9999 ? FAILS : sql`${compared} >= ${from.toString()}`]),
    ...(to === null ? [] : [to.year < 1000 ? FAILS : sql`${compared} <= ${to.toString()}`]),
  ];
}

function instantsSql(instant: SQL, { from, to }: DayRange, zone: string): SQL[] {
  return betweenSql(
    instant,
    from === null ? Number.NEGATIVE_INFINITY : startOf(from, zone),
    to === null ? Number.POSITIVE_INFINITY : startOf(to.add({ days: 1 }), zone),
  );
}

const allOf = (parts: readonly SQL[]) => (parts.length === 0 ? sql`true` : sql.join([...parts], sql` and `));

/** No zone is further from another one, in days. */
const APART = 2;

/** Rules most dates out by their text alone, before anything dear is asked of them. */
function nearSql(text: SQL, { from, to }: DayRange, isComingRound: boolean): SQL {
  const first = from?.subtract({ days: APART });
  const last = to?.add({ days: APART + 1 });
  if (isComingRound && first && last) {
    return sql`substr(${text}, 6, 5) = any (${sql.param(monthDays(first, last))}::text[])`;
  }
  return allOf([
    ...(first && first.year >= 1000 && first.year <= 9999
      ? [sql`${text} collate "C" >= ${first.toString()}`]
      : []),
    ...(last && last.year >= 1000 && last.year <= 9999
      ? [sql`${text} collate "C" < ${last.toString()}`]
      : []),
  ]);
}

export function dateTestSql(test: DateTest, { now, timeZone }: Selection): SQL {
  const range = rangeOf(test, dayAt(now, timeZone));
  if (range === null || test.path.length === 0 || test.subject !== 'attribute') return FAILS;
  const text = textOf(valueSql(sql`c.attributes`, test.path));
  const { from, to } = range;
  const isComingRound = isAnniversary(test) && from !== null && to !== null;
  // A yearly date comes round in days from its own on, so only the end of the range bounds it.
  const bounds = isComingRound ? { from: null, to } : range;
  const days = isComingRound ? sql.param(monthDays(from, to)) : null;
  const round = (day: SQL) => (days === null ? [] : [sql`${day} = any (${days}::text[])`]);
  const local = sql`to_char(${text}::timestamptz at time zone ${timeZone}, 'MM-DD')`;
  const written = [...writtenSql(text, bounds), ...round(sql`substr(${text}, 6)`)];
  const instants = [...instantsSql(sql`${text}::timestamptz`, bounds, timeZone), ...round(local)];
  return sql`case
    when (${nearSql(text, range, isComingRound)}) is not true then false
    when jsonb_typeof(${valueSql(sql`c.attributes`, test.path)}) is distinct from 'string' then false
    when ${text} ~ ${DAY_PATTERN} then ${allOf(written)}
    when ${text} ~ ${INSTANT_PATTERN} then ${allOf(instants)}
    else false end`;
}
