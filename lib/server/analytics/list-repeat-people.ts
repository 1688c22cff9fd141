// Who is behind a figure of repeat orders.
import { type SQL, sql } from 'drizzle-orm';
import type { RepeatPeopleQuery } from '@/lib/core/api/analytics';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import type { Result } from '@/lib/core/result';
import { addPeriods, beginsAt, periodOfDate } from '@/lib/core/retention/period';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from '../workspace/find-workspace';
import { firstTwoSql, knownOrders, type OrdersQuestion } from './count-orders';
import { pageOfCustomers } from './page-of-customers';

export function listRepeatPeople(
  actor: Actor,
  input: RepeatPeopleQuery,
): Promise<Result<Page<CustomerSummary>>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const workspace = await workspaceDetail(tx, actor);
    if (!workspace) return refusal('not-found');
    const asOf = input.asOf ? new Date(input.asOf) : now();
    const question = { workspaceId, order: { event: input.order, where: [] }, asOf };
    return pageOfCustomers(tx, workspaceId, peopleSql(question, input, workspace.timeZone), input);
  });
}

function peopleSql(
  question: Pick<OrdersQuestion, 'workspaceId' | 'order' | 'asOf'>,
  { figure, value }: RepeatPeopleQuery,
  zone: string,
): SQL {
  switch (figure) {
    case 'orders':
      return sql`
        select e.customer_id from events e where ${knownOrders(question)}
        group by e.customer_id having count(*) >= ${value}::int`;
    case 'waited':
      return sql`
        select customer_id from (${firstTwoSql(question)}) ordered
        where floor(extract(epoch from second_at - first_at) / 86400) <= ${value}::int`;
    case 'cohort': {
      const start = periodOfDate(value, 'month');
      const from = new Date(beginsAt(start, zone));
      const to = new Date(beginsAt(addPeriods(start, 'month', 1), zone));
      return sql`
        select e.customer_id from events e where ${knownOrders(question)}
        group by e.customer_id having min(e.occurred_at) >= ${from} and min(e.occurred_at) < ${to}`;
    }
  }
}
