// How many fulfil a condition now, asked the cheapest way.
import { type SQL, sql } from 'drizzle-orm';
import { type Condition, type EventTest, isGroup } from '@/lib/core/condition/condition';
import { conditionSql } from './condition-sql';
import { doersSql } from './event-sql';
import type { Selection } from './selection';

/** The tests of events that the condition is made of, all of which must hold; none where it asks anything else. */
function deedsOf(condition: Condition): EventTest[] {
  if (condition.type === 'event') return [condition];
  if (!isGroup(condition) || condition.type === 'none') return [];
  if (condition.type === 'any' && condition.of.length !== 1) return [];
  const parts = condition.of.map(deedsOf);
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}

/** A query of one row with `count`. What events alone tell is counted there, and no customer is looked at. */
export function countSql(condition: Condition, selection: Selection): SQL {
  const doers = doersSql(deedsOf(condition), selection);
  return doers
    ? sql`select count(*) as count from (${doers}) as did`
    : sql`select count(*) as count from customers c where ${conditionSql(condition, selection)}`;
}
