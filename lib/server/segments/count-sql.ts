// How many fulfil a condition now, asked the cheapest way.
import { type SQL, sql } from 'drizzle-orm';
import type { Condition } from '@/lib/core/condition/condition';
import { conditionSql } from './condition-sql';
import { deedsOf } from './deeds-of';
import { doersSql } from './event-sql';
import type { Selection } from './selection';

/** A query of one row with `count`. What events alone tell is counted there, and no customer is looked at. */
export function countSql(condition: Condition, selection: Selection): SQL {
  const doers = doersSql(deedsOf(condition), selection);
  return doers
    ? sql`select count(*) as count from (${doers}) as did`
    : sql`select count(*) as count from customers c where ${conditionSql(condition, selection)}`;
}
