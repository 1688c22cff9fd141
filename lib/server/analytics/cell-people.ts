// The people behind a cell, as a query of their ids: as many as the cell counts, because both are told from the same rows.
import { type SQL, sql } from 'drizzle-orm';
import { columnsOf } from '@/lib/core/retention/matrix';
import type { RetentionQuestion } from './retention-question';
import { returnsSql } from './returns-sql';

export interface CellRef {
  /** The places of the cohorts in the report, from 1. */
  readonly cohorts: readonly number[];
  readonly column: number;
  readonly who: 'returned' | 'missing' | 'everybody';
}

export function cellPeople(question: RetentionQuestion, { cohorts, column, who }: CellRef): SQL {
  const { definition } = question;
  const { first, last } = columnsOf(definition)[column] ?? { first: 0, last: 0 };
  const isWhole = who === 'everybody' || (first === 0 && definition.measure !== 'brackets');
  const upTo = definition.measure === 'on-or-after' ? sql`` : sql`and k <= ${last}::int`;
  const hasReturned = isWhole
    ? sql`true`
    : sql`coalesce(bool_or(returned and k >= ${first}::int ${upTo}), false)`;
  return sql`
    select customer_id from (${returnsSql(question)}) m
    where cohort = any (${sql.param([...cohorts])}::int[])
    group by cohort, customer_id
    having ${who === 'missing' ? sql`not ${hasReturned}` : hasReturned}`;
}
