// What must hold of coupons, lists, dates, schedules, answers and plans once the storm is over. Each violation is a sentence.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { sqlViolations } from './invariants';

export interface StormShop {
  /** Everybody named in a file that was accepted, by e-mail address. */
  readonly listed: ReadonlySet<string>;
  readonly journeys: Readonly<Record<'list' | 'date' | 'schedule', Id<'jrn'>>>;
  /** The ids under which each order was asked about, as the other system saw them. */
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
}

const answers = sql`('webhook-answered', 'webhook-failed', 'webhook-unanswered')`;

const rules: Record<string, ReturnType<typeof sql>> = {
  'C1 a code is held by two passages': sql`
    select saved ->> 'coupon' as what from enrollments where saved ->> 'coupon' is not null
    group by 1 having count(*) > 1`,
  'C2 a passage holds a code that was not given to it': sql`
    select n.id as what from enrollments n
    left join coupons c on c.workspace_id = n.workspace_id and split_part(c.key, '.', 1) = n.id
    where n.saved ->> 'coupon' is not null and c.code is distinct from n.saved ->> 'coupon'`,
  'C3 a code was spent on a passage that does not hold it': sql`
    select c.code as what from coupons c
    join enrollments n on n.workspace_id = c.workspace_id and n.id = split_part(c.key, '.', 1)
    where n.saved ->> 'coupon' is distinct from c.code and not exists (
      select from decisions d where d.workspace_id = n.workspace_id and d.enrollment_id = n.id
        and d.code = 'coupon-unanswered')`,
  'C4 somebody was told that none was left while there were': sql`
    select d.enrollment_id as what from decisions d
    where d.code = 'coupon-none-left' and exists (select from coupons c where c.key is null)`,
  'W1 a question was not answered once': sql`
    select d.enrollment_id as what from decisions d
    where d.code = 'webhook-asked' and 1 <> (
      select count(*) from decisions a
      where a.workspace_id = d.workspace_id and a.enrollment_id = d.enrollment_id and a.code in ${answers})`,
  'L1 a list was not worked off': sql`
    select id as what from entry_lists where total > 0 and (ended_at is null or worked <> total)`,
  'V1 versions, spans and the log do not agree': sql`
    select j.id as what from journeys j where (
      select count(*) from journey_versions v where v.journey_id = j.id
    ) is distinct from (
      select count(*) from audit_log a where a.target = j.id and a.action = 'journey.published')
    or (select count(*) from journey_spans s where s.journey_id = j.id) is distinct from (
      select count(*) from audit_log a where a.target = j.id
        and a.action in ('journey.published', 'journey.paused', 'journey.resumed'))`,
  'V2 a plan moved other people than its log says': sql`
    select code || ': ' || logged || ' logged, ' || decided || ' decided' as what from (
      select x.code, (select coalesce(sum((counts ->> x.fate)::int), 0) from journey_moves) as logged,
        (select count(*) from decisions d where d.code = x.code) as decided
      from (values ('moved-to-version', 'moved'), ('re-timed', 'retimed'), ('exited-by-plan', 'exited')) x (code, fate)
    ) y where logged <> decided`,
  'V3 resuming shifted other waits than its log says': sql`
    select logged || ' logged, ' || decided || ' decided' as what from (
      select (select coalesce(sum((detail ->> 'timers')::int), 0) from audit_log
          where action = 'journey.resume-planned') as logged,
        (select count(*) from decisions where code = 'wait-shifted') as decided
    ) y where logged <> decided`,
  'I7 a passage is not over': sql`select id as what from enrollments where status <> 'ended'`,
};

export async function shopViolations(tx: Tx, shop: StormShop): Promise<string[]> {
  const found = await sqlViolations(tx);
  for (const [rule, query] of Object.entries(rules)) {
    for (const { what } of await rows<{ what: string }>(tx, query)) found.push(`${rule}: ${what}`);
  }
  for (const [order, ids] of shop.calls) {
    if (ids.size !== 1) found.push(`P8b asked about ${order} under ${ids.size} ids`);
  }
  return [...found, ...(await entryViolations(tx, shop))];
}

/** Everybody once: who was listed by their list, everybody by date and by schedule. */
async function entryViolations(tx: Tx, { listed, journeys }: StormShop): Promise<string[]> {
  const entered = await rows<{ email: string; journeyId: Id<'jrn'>; times: number }>(
    tx,
    sql`
      select c.attributes ->> 'email' as email, j.id as "journeyId", (
        select count(*)::int from enrollments n
        where n.workspace_id = c.workspace_id and n.customer_id = c.id and n.journey_id = j.id) as times
      from customers c cross join journeys j`,
  );
  const wanted = new Map([
    [journeys.list, ({ email }: { email: string }) => Number(listed.has(email))],
    [journeys.date, () => 1],
    [journeys.schedule, () => 1],
  ]);
  return entered.flatMap((one) => {
    const due = wanted.get(one.journeyId)?.(one);
    return due === undefined || due === one.times
      ? []
      : [`I4 ${one.email} entered ${one.journeyId} ${one.times} times and not ${due}`];
  });
}
