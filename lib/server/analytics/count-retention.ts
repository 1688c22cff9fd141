// The counts of a retention report, cohort by cohort, in one statement.
import { type SQL, sql } from 'drizzle-orm';
import { type CohortTally, columnsOf } from '@/lib/core/retention/matrix';
import { rows, type Tx } from '../db/transaction';
import type { RetentionQuestion } from './retention-question';
import { returnsSql } from './returns-sql';

export async function countRetention(tx: Tx, question: RetentionQuestion): Promise<CohortTally[]> {
  const { measure } = question.definition;
  if (measure === 'on') return countByPeriod(tx, question);
  return measure === 'brackets' ? countByBracket(tx, question) : countByFarthest(tx, question);
}

interface PeriodRow {
  cohort: number;
  /** Null: they never came back. */
  k: number | null;
  people: number;
  returned: number;
}

/** A row for each cohort and period in which anybody did anything; the row of period 0 holds the whole cohort. */
async function countByPeriod(tx: Tx, question: RetentionQuestion): Promise<CohortTally[]> {
  const found = await rows<PeriodRow>(
    tx,
    sql`
      select cohort, k, count(*)::int as people, (count(*) filter (where returned))::int as returned
      from (${returnsSql(question)}) m
      where k < ${question.definition.periods}::int or k = 0
      group by cohort, k`,
  );
  return question.starts.map((start, index) => {
    const own = found.filter(({ cohort }) => cohort === index + 1);
    const whole = own.find(({ k }) => k === 0);
    const byColumn = Array.from(
      { length: question.definition.periods },
      (_, period) => own.find(({ k }) => k === period)?.returned ?? 0,
    );
    return { start, size: whole?.people ?? 0, repeated: whole?.returned ?? 0, byColumn };
  });
}

/** Who last came back in period 5 came back in 5 or any earlier one: columns are sums from the right. */
async function countByFarthest(tx: Tx, question: RetentionQuestion): Promise<CohortTally[]> {
  const { periods } = question.definition;
  const found = await rows<PeriodRow>(
    tx,
    sql`
      select cohort, case when farthest >= ${periods}::int then ${periods - 1}::int else farthest end as k, count(*)::int as people,
        (count(*) filter (where has_repeated))::int as returned
      from (${perPerson(question, sql`max(k) filter (where returned) as farthest`)}) person
      group by 1, 2`,
  );
  return question.starts.map((start, index) => {
    const own = found.filter(({ cohort }) => cohort === index + 1);
    const byColumn = Array.from({ length: periods }, (_, period) =>
      sum(own.map(({ k, people }) => (k !== null && k >= period ? people : 0))),
    );
    const repeated = sum(own.map(({ returned }) => returned));
    return { start, size: sum(own.map(({ people }) => people)), repeated, byColumn };
  });
}

async function countByBracket(tx: Tx, question: RetentionQuestion): Promise<CohortTally[]> {
  const hits = columnsOf(question.definition).map(
    ({ first, last }) => sql`coalesce(bool_or(returned and k between ${first}::int and ${last}::int), false)`,
  );
  const counts = hits.map((_, index) => sql`count(*) filter (where hit[${sql.raw(String(index + 1))}])`);
  const found = await rows<{ cohort: number; size: number; repeated: number; byColumn: number[] }>(
    tx,
    sql`
      select cohort, count(*)::int as size, (count(*) filter (where has_repeated))::int as repeated,
        array[${sql.join(counts, sql`, `)}]::int[] as "byColumn"
      from (${perPerson(question, sql`array[${sql.join(hits, sql`, `)}] as hit`)}) person
      group by cohort`,
  );
  return question.starts.map((start, index) => {
    const own = found.find(({ cohort }) => cohort === index + 1);
    return { start, size: own?.size ?? 0, repeated: own?.repeated ?? 0, byColumn: own?.byColumn ?? [] };
  });
}

function perPerson(question: RetentionQuestion, column: SQL): SQL {
  return sql`
    select cohort, customer_id, coalesce(bool_or(returned and k = 0), false) as has_repeated, ${column}
    from (${returnsSql(question)}) m
    group by cohort, customer_id`;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
