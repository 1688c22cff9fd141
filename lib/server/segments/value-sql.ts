// A test of one JSON value in SQL. Keys and values are always bound, so a hostile name is a name like any other. Every
// expression is true or false and never null, so that it may stand inside any group.
import { type SQL, sql } from 'drizzle-orm';
import type { Operator, Test } from '@/lib/core/condition/condition';
import { patternParts } from '@/lib/core/condition/pattern';

export const HOLDS = sql`true`;
export const FAILS = sql`false`;

/** `text` is the value as a text, whatever it is. */
type Asked = (value: SQL, asked: Test['value'], text: SQL) => SQL;

/** Object keys only: `->` with a text never reaches into a list. */
export function valueSql(source: SQL, path: readonly string[]): SQL {
  return path.reduce((value, key) => sql`(${value} -> ${key}::text)`, source);
}

const jsonOf = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
export const textOf = (value: SQL) => sql`(${value} #>> '{}')`;

/** Values of other kinds have their place beside numbers as well, so where it holds, the kind is looked at. */
function comparing(operator: SQL): Asked {
  return (value, asked) =>
    typeof asked === 'number'
      ? common(sql`${value} ${operator} ${jsonOf(asked)}`, sql`jsonb_typeof(${value}) = 'number'`)
      : FAILS;
}

/** How the text of a number, of yes and no, of a list or an object may begin: any other beginning is a text's own. */
const OTHER_KINDS = /^($|[-\d[{tf])/;

/**
 * Never null, and in a form of which the planner expects that it holds for many. No index is on attributes, so everybody is
 * looked at in any case; taking what holds for a fifth of them for rare, it would look up what each of them did one by one.
 */
function common(asks: SQL, then: SQL = HOLDS): SQL {
  return sql`case when ${asks} then ${then} else false end`;
}

/**
 * Asked of the value as a text, which is cheap; its kind is looked at only where that says yes, and only where a value of
 * another kind could read like this.
 */
function ifText(asks: SQL, beginning: string, value: SQL): SQL {
  return OTHER_KINDS.test(beginning) ? common(asks, sql`jsonb_typeof(${value}) = 'string'`) : common(asks);
}

/** What only a text can be asked. */
function textual(ask: (text: SQL, asked: string) => SQL): Asked {
  return (value, asked, text) => (typeof asked === 'string' ? ifText(ask(text, asked), '', value) : FAILS);
}

/** A list holds a scalar where it has it as an item. */
const holdsItem = (value: SQL, asked: unknown) => sql`${value} @> ${jsonOf(asked)}`;

const contains = (value: SQL, asked: Test['value']): SQL => {
  if (asked === undefined || Array.isArray(asked)) return FAILS;
  const inText = typeof asked === 'string' ? sql`strpos(${textOf(value)}, ${asked}) > 0` : FAILS;
  return sql`case jsonb_typeof(${value}) when 'string' then ${inText} when 'array' then ${holdsItem(value, asked)}
    else false end`;
};

function eachOf(value: SQL, asked: Test['value'], joint: SQL): SQL {
  if (!Array.isArray(asked) || asked.length === 0) return FAILS;
  return sql.join(
    asked.map((item) => sql`(${contains(value, item)})`),
    joint,
  );
}

/** Our wildcards as those of LIKE, everything else as it is. */
function likePattern(pattern: string): string {
  const parts = patternParts(pattern).map((part) => {
    if (part === 'many') return '%';
    return part === 'one' ? '_' : part.is.replace(/[\\%_]/, '\\$&');
  });
  return parts.join('');
}

/** Of texts alone, that can be nothing else, the text is looked up. */
const oneOf: Asked = (value, asked, text) => {
  if (!Array.isArray(asked) || asked.length === 0) return FAILS;
  const texts = asked.filter((one) => typeof one === 'string' && !OTHER_KINDS.test(one));
  return texts.length === asked.length
    ? common(sql`${text} = any (${sql.param(texts)}::text[])`)
    : common(sql`${value} in (${sql.join(asked.map(jsonOf), sql`, `)})`);
};

const isSet = (value: SQL) => sql`(${value} <> 'null'::jsonb) is true`;

const asks: Readonly<Record<Operator, Asked>> = {
  equals: (value, asked, text) => {
    if (asked === undefined || Array.isArray(asked)) return FAILS;
    if (typeof asked === 'boolean')
      return common(sql`${text} = ${String(asked)}`, sql`jsonb_typeof(${value}) = 'boolean'`);
    if (typeof asked !== 'string') return common(sql`${value} = ${jsonOf(asked)}`);
    return ifText(sql`${text} = ${asked}`, asked, value);
  },
  'not-equals': (value, asked) =>
    asked === undefined || Array.isArray(asked) ? FAILS : sql`(${value} = ${jsonOf(asked)}) is not true`,
  contains,
  'not-contains': (value, asked) =>
    asked === undefined || Array.isArray(asked) ? FAILS : sql`not (${contains(value, asked)})`,
  'contains-any': (value, asked) => eachOf(value, asked, sql` or `),
  'contains-all': (value, asked) => eachOf(value, asked, sql` and `),
  'starts-with': (value, asked, text) =>
    typeof asked === 'string' ? ifText(sql`starts_with(${text}, ${asked})`, asked, value) : FAILS,
  // A text ends with another where its last characters are that other one.
  'ends-with': textual((text, asked) => sql`right(${text}, length(${asked}::text)) = ${asked}`),
  matches: textual((text, asked) => sql`${text} like ${likePattern(asked)}`),
  'greater-than': comparing(sql`>`),
  'at-least': comparing(sql`>=`),
  'less-than': comparing(sql`<`),
  'at-most': comparing(sql`<=`),
  'one-of': oneOf,
  'is-set': isSet,
  'is-not-set': (value) => sql`not (${isSet(value)})`,
};

/** @param source the object that the test's path begins at */
export function valueTestSql({ path, operator, value }: Test, source: SQL): SQL {
  const key = path.at(-1);
  if (key === undefined) return FAILS;
  const text = sql`(${valueSql(source, path.slice(0, -1))} ->> ${key}::text)`;
  return asks[operator](valueSql(source, path), value, text);
}
