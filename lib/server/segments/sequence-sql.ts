// What followed what, in SQL: a semi-join of events with later events of the same customer.
import { type SQL, sql } from 'drizzle-orm';
import { EventTest, type SequenceTest } from '@/lib/core/condition/condition';
import { durationMs } from '@/lib/core/duration';
import { deedSql } from './event-sql';
import { instantSql } from './instant-sql';
import type { Selection } from './selection';
import { FAILS } from './value-sql';

/** Longer than events are kept. */
const LONGEST_MS = 100 * 365 * 86_400_000;

function deedOf({ event, where }: SequenceTest['first'], within: EventTest['within']): EventTest {
  return { ...EventTest.parse({ type: 'event' }), event, where, within };
}

export function sequenceTestSql(test: SequenceTest, selection: Selection): SQL {
  const { first, next, within, lookBack, isFollowed } = test;
  if (first.event === '' || next.event === '') return FAILS;
  const soon = Math.min(LONGEST_MS, Math.max(-LONGEST_MS, durationMs(within)));
  const over = sql`first.occurred_at + ${soon}::float8 * interval '1 millisecond'`;
  const followed = sql`exists (
    select from ${deedSql(deedOf(next, null), selection, 'next')}
      and next.customer_id = first.customer_id and next.occurred_at > first.occurred_at and next.occurred_at < ${over})`;
  const isOver = sql`${over} <= ${instantSql(selection.now)}`;
  return sql`exists (
    select from ${deedSql(deedOf(first, lookBack), selection, 'first')} and first.customer_id = c.id
      and ${isFollowed ? followed : sql`not ${followed} and ${isOver}`})`;
}
