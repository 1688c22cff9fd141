// What the product itself has written down of customers, in SQL.
import { type SQL, sql } from 'drizzle-orm';
import type { ArmTest, ConsentTest, JourneyTest, MessageTest } from '@/lib/core/condition/condition';
import { COMPLETED, OUTCOMES } from '@/lib/core/condition/record-test';
import { type Duration, durationMs } from '@/lib/core/duration';
import { timesSql } from './event-sql';
import { betweenSql } from './instant-sql';
import type { Selection } from './selection';
import { FAILS } from './value-sql';

const and = (parts: readonly SQL[]) => sql.join([...parts], sql` and `);

function lastSql(column: SQL, within: Duration | null, { now }: Selection): SQL[] {
  return within === null ? [] : betweenSql(column, now - durationMs(within) + 1, Number.POSITIVE_INFINITY);
}

export function consentTestSql({ channel, state }: ConsentTest, { workspaceId }: Selection): SQL {
  const own = sql`k.workspace_id = ${workspaceId} and k.channel = ${channel}`;
  if (state === 'none') {
    return sql`not exists (select from consents k where ${own} and k.customer_id = c.id)`;
  }
  return sql`exists (
    select from (
      select distinct on (k.customer_id) k.customer_id, k.state from consents k
      where ${own} order by k.customer_id, k.at desc, k.id desc) newest
    where newest.customer_id = c.id and newest.state = ${state})`;
}

function standingSql({ state, within }: JourneyTest, selection: Selection): SQL[] {
  switch (state) {
    case 'inside':
      return [sql`n.status <> 'ended'`];
    case 'entered':
      return lastSql(sql`n.entered_at`, within, selection);
    case 'converted':
      return [sql`n.converted_at is not null`, ...lastSql(sql`n.converted_at`, within, selection)];
    case 'completed':
      return [
        sql`n.status = 'ended' and n.end_reason = any (${sql.param([...COMPLETED])}::text[])`,
        ...lastSql(sql`n.ended_at`, within, selection),
      ];
  }
}

export function journeyTestSql(test: JourneyTest, selection: Selection): SQL {
  if (test.journeyId === null) return FAILS;
  const own = sql`n.workspace_id = ${selection.workspaceId} and n.journey_id = ${test.journeyId}`;
  return sql`${test.isSo ? sql`exists` : sql`not exists`} (
    select from enrollments n where ${and([own, ...standingSql(test, selection)])} and n.customer_id = c.id)`;
}

function messagesMeant({ channel, journeyId, outcome, within }: MessageTest, selection: Selection): SQL {
  return and([
    sql`e.workspace_id = ${selection.workspaceId} and e.status = any (${sql.param([...OUTCOMES[outcome]])}::text[])`,
    channel === null ? sql`e.channel <> 'webhook'` : sql`e.channel = ${channel}`,
    ...(journeyId === null ? [] : [sql`e.journey_id = ${journeyId}`]),
    ...lastSql(sql`e.created_at`, within, selection),
  ]);
}

export function messageTestSql(test: MessageTest, selection: Selection): SQL {
  return timesSql(test, sql`messages e where ${messagesMeant(test, selection)}`);
}

const INSTANTS: Readonly<Record<JourneyTest['state'], SQL | null>> = {
  inside: null,
  entered: sql`n.entered_at`,
  converted: sql`n.converted_at`,
  completed: sql`n.ended_at`,
};

/** Since when (`at`) which customers (`customer_id`) stand so, or were sent such a message; null where it does not matter. */
export function recordInstantsSql(test: JourneyTest | MessageTest, selection: Selection): SQL | null {
  if (test.type === 'message') {
    return sql`select e.customer_id, e.created_at as at from messages e where ${messagesMeant(test, selection)}`;
  }
  const at = INSTANTS[test.state];
  if (at === null || test.journeyId === null) return null;
  const own = sql`n.workspace_id = ${selection.workspaceId} and n.journey_id = ${test.journeyId}`;
  return sql`
    select n.customer_id, ${at} as at from enrollments n where ${and([own, ...standingSql(test, selection)])}`;
}

export function armTestSql({ journeyId, nodeId, arm, isIn }: ArmTest, { workspaceId }: Selection): SQL {
  if (journeyId === null || nodeId === null || arm === '') return FAILS;
  return sql`${isIn ? sql`exists` : sql`not exists`} (
    select from exposures x
    join experiments t on t.workspace_id = x.workspace_id and t.id = x.experiment_id
    where x.workspace_id = ${workspaceId} and t.journey_id = ${journeyId} and t.node_id = ${nodeId}
      and x.arm = ${arm} and x.customer_id = c.id)`;
}
