// I16: after every fault run those are members of a live segment for whom its condition holds, and none is left to be judged.
import { sql } from 'drizzle-orm';
import { Condition } from '@/lib/core/condition/condition';
import type { LiveSegment } from '@/lib/core/engine/segment-index';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { conditionSql } from '../segments/condition-sql';

export async function liveSegments(tx: Tx): Promise<(LiveSegment & { readonly workspaceId: Id<'wsp'> })[]> {
  const stored = await rows<{ workspaceId: Id<'wsp'>; id: Id<'seg'>; condition: unknown }>(
    tx,
    sql`select workspace_id as "workspaceId", id, condition from segments where condition is not null order by id`,
  );
  return stored.map((row) => ({ ...row, condition: Condition.parse(row.condition) }));
}

export async function memberViolations(tx: Tx): Promise<string[]> {
  const found: string[] = [];
  for (const { workspaceId, id, condition } of await liveSegments(tx)) {
    const selection = { workspaceId, now: now().getTime(), timeZone: 'UTC' };
    const wrong = await rows<{ who: string }>(
      tx,
      sql`
        with fresh as (select c.id from customers c where ${conditionSql(condition, selection)}),
        member as (select customer_id as id from segment_members where segment_id = ${id})
        select coalesce(f.id, m.id) as who from fresh f full join member m on m.id = f.id
        where f.id is null or m.id is null`,
    );
    found.push(...wrong.map(({ who }) => `I16 ${who} is wrongly in ${id}, or wrongly not`));
  }
  const late = await rows<{ who: string }>(
    tx,
    sql`
      select customer_id as who from segment_dues where due_at <= ${now()}
      union all select unnest(customer_ids) from segment_due_lists where due_at <= ${now()}`,
  );
  return [...found, ...late.map(({ who }) => `I16 ${who} was not judged in time`)];
}
