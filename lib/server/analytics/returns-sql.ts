// Who came back when, as rows: for each person of a cohort one row for each period in which they did something, and
// always one for period 0. The twin of the plain program in lib/core/retention.
import { type SQL, sql } from 'drizzle-orm';
import { isSameJson } from '@/lib/core/json';
import type { RetentionEvent } from '@/lib/core/retention/definition';
import { elapsedDays } from '@/lib/core/retention/period';
import { valueTestSql } from '../segments/value-sql';
import { isInGroup } from './group-sql';
import type { RetentionQuestion } from './retention-question';

/** @returns a query of (cohort, customer_id, k, returned): cohorts are places in `starts`, from 1 */
export function returnsSql(question: RetentionQuestion): SQL {
  if (question.definition.clock === 'elapsed') return elapsedReturns(question);
  return question.definition.cohort === 'recurring' ? recurringReturns(question) : firstTimeReturns(question);
}

/** The period of an instant as a place in `bounds`: a search among instants, so no calendar is reckoned by the row. */
export function bucketSql(instant: SQL, { bounds }: Pick<RetentionQuestion, 'bounds'>): SQL {
  return sql`width_bucket(${instant}, ${sql.param(bounds.map((bound) => bound.toISOString()))}::timestamptz[])`;
}

/** One pass over the events of one or two names: what each person did in each period. */
function perPeriod(question: RetentionQuestion): SQL {
  const { start, returns } = question.definition;
  const isOneEvent = isSameJson(start, returns);
  const only = (event: RetentionEvent) => (isOneEvent ? sql`` : sql`filter (where ${eventSql(event)})`);
  return sql`
    select e.customer_id, ${bucketSql(sql`e.occurred_at`, question)} as bucket,
      min(e.occurred_at) ${only(start)} as first_start, max(e.occurred_at) ${only(returns)} as last_return
    from events e
    where ${knownEvents(question)} and (${eventSql(start)} or ${eventSql(returns)})
    group by 1, 2`;
}

function knownEvents({ workspaceId, asOf, whom }: RetentionQuestion): SQL {
  return sql`e.workspace_id = ${workspaceId} and e.type <> 'signal' and e.occurred_at <= ${asOf}
    ${whom ? sql`and ${whom}` : sql``}`;
}

export function eventSql({ event, where }: RetentionEvent): SQL {
  const tests = where.map((test) => sql` and ${valueTestSql(test, sql`e.properties`)}`);
  return sql`(e.name = ${event}${sql.join(tests)})`;
}

const isCohort = (bucket: SQL, { starts }: RetentionQuestion) =>
  sql`${bucket} between 1 and ${starts.length}`;

/**
 * The cohort is where the first start ever lies. Whoever began outside of the report is left behind before anything is
 * reckoned of them; of the others returns are looked up in the index. "offset" keeps the look-up from being turned into a join:
 * the planner guesses badly how many a cohort has.
 */
function firstTimeReturns(question: RetentionQuestion): SQL {
  const { start, returns } = question.definition;
  return sql`
    with person as materialized (
      select * from (
        select customer_id, anchor_at, ${bucketSql(sql`anchor_at`, question)} as cohort
        from (
          select e.customer_id, min(e.occurred_at) as anchor_at
          from events e where ${knownEvents(question)} and ${eventSql(start)}
          group by e.customer_id
        ) anchor
        where anchor_at >= ${question.bounds[0]} and anchor_at < ${question.bounds[question.starts.length]}
      ) placed
      where ${isInGroup(question)})
    select cohort, customer_id, k, bool_or(returned) as returned
    from (
      select cohort, customer_id, 0 as k, false as returned from person
      union all
      select cohort, customer_id, ${bucketSql(sql`occurred_at`, question)} - cohort, true
      from person cross join lateral (
        select e.occurred_at from events e
        where e.customer_id = person.customer_id and e.occurred_at > person.anchor_at
          and ${knownEvents(question)} and ${eventSql(returns)}
        offset 0
      ) back
    ) told
    group by cohort, customer_id, k`;
}

/**
 * People may be in many cohorts. What one did is held together in a row and looked at there, every cohort beside every later
 * period: a join would have the planner guess, and it guesses badly about what was reckoned a moment before.
 */
function recurringReturns(question: RetentionQuestion): SQL {
  return sql`
    select cohort, customer_id, bucket - cohort as k, coalesce(last_return > anchor_at, false) as returned
    from (
      select buckets[s] as cohort, customer_id, first_starts[s] as anchor_at, buckets[r] as bucket,
        last_returns[r] as last_return
      from (
        select customer_id, array_agg(bucket order by bucket) as buckets,
          array_agg(first_start order by bucket) as first_starts, array_agg(last_return order by bucket) as last_returns
        from (${perPeriod(question)}) period
        group by customer_id
      ) person
      cross join lateral generate_subscripts(buckets, 1) s
      cross join lateral generate_series(s, cardinality(buckets)) r
      where first_starts[s] is not null
    ) placed
    where ${isCohort(sql`cohort`, question)} and ${isInGroup(question)}`;
}

/** Each person has clocks of their own, one for each cohort, so returns are looked at one by one. */
function elapsedReturns(question: RetentionQuestion): SQL {
  const { start, returns, cohort, unit } = question.definition;
  const own = bucketSql(sql`t`, question);
  const anchors =
    cohort === 'recurring'
      ? sql`select ${own} as cohort, min(t) as anchor_at from unnest(starts) t group by 1`
      : sql`select min(${own}) as cohort, min(t) as anchor_at from unnest(starts) t`;
  return sql`
    select cohort, customer_id, k, bool_or(returned) as returned
    from (
      select cohort, customer_id, anchor_at, returns
      from (
        select e.customer_id, array_agg(e.occurred_at) filter (where ${eventSql(start)}) as starts,
          array_agg(e.occurred_at) filter (where ${eventSql(returns)}) as returns
        from events e
        where ${knownEvents(question)} and (${eventSql(start)} or ${eventSql(returns)})
        group by e.customer_id
      ) person
      cross join lateral (${anchors}) anchor
      where starts is not null
    ) placed
    cross join lateral (
      select 0 as k, false as returned
      union all
      select floor(extract(epoch from t - anchor_at) / ${elapsedDays[unit] * 86_400}::int)::int, true
      from unnest(returns) t where t > anchor_at
    ) told
    where ${isCohort(sql`cohort`, question)} and ${isInGroup(question)}
    group by cohort, customer_id, k`;
}
