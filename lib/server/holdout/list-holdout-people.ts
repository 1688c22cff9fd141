// Who is behind a figure of the holdout: told from the same rows as the figure.
import { type SQL, sql } from 'drizzle-orm';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { HoldoutPeopleQuery } from '@/lib/core/api/holdout';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { pageOfCustomers } from '../analytics/page-of-customers';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { findSpan } from './find-span';
import { type SpanMonth, spanMonths } from './span-months';
import { isOrder, isOurs, type SpanQuestion, spanDeeds, spanPeople } from './span-sql';

export function listHoldoutPeople(
  actor: Actor,
  input: HoldoutPeopleQuery,
): Promise<Result<Page<CustomerSummary>>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const found = await findSpan(tx, actor, input.span);
    if (!found) return refusal('not-found');
    const { question } = found;
    if (!question) return ok({ data: [], next: null });
    const asOf = input.asOf ? new Date(input.asOf) : question.until;
    if (asOf < question.startedAt) return notInReport('asOf');
    const until = asOf < question.until ? asOf : question.until;
    const months = spanMonths({ ...question, until }, found.timeZone);
    const month = input.month ? months.find((one) => one.month === input.month) : months.at(-1);
    if (!month) return notInReport('month');
    return pageOfCustomers(tx, actor.workspaceId, chosen({ ...question, until }, month, input), input);
  });
}

function notInReport(field: 'asOf' | 'month') {
  return refusal('invalid-field', { detail: `${field}: is not in this report.`, field });
}

/** What is left out is counted over the whole span, whatever the month. */
function chosen(
  question: SpanQuestion,
  { from, until }: SpanMonth,
  { side, view, who }: HoldoutPeopleQuery,
): SQL {
  const isLeftOut = who === 'bothSides' || who === 'leftOut';
  const asked = isLeftOut ? question : { ...question, until };
  const people = sql`with recursive ${spanPeople(asked)} select p.id from`;
  const isSide = sql`p.is_held = ${side === 'heldOut'}`;
  if (who === 'bothSides') return sql`${people} person p where p.is_both`;
  if (who === 'everybody') return sql`${people} person p where not p.is_both and ${isSide}`;
  const deeds = sql`${people} ${spanDeeds(asked)} and ${isOrder}`;
  if (who === 'leftOut') return sql`${deeds} and ${isOurs(question.currency)} is not true`;
  return sql`${deeds} and ${isSide} and ${view === 'alone' ? sql`e.occurred_at >= ${from}` : sql`true`}`;
}
