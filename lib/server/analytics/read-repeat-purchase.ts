// How often customers order again, how long they take, and what each cohort has spent so far.
import type { RepeatQuery, RepeatReport } from '@/lib/core/api/analytics';
import { ok, type Result } from '@/lib/core/result';
import { addPeriods, beginsAt, periodOf, periodOfDate } from '@/lib/core/retention/period';
import { repeatShares } from '@/lib/core/retention/repeat-shares';
import { timeToRepeat } from '@/lib/core/retention/time-to-repeat';
import { valueCurve } from '@/lib/core/retention/value-curve';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from '../workspace/find-workspace';
import { countBuyers, countRevenue, countWaits, type OrdersQuestion } from './count-orders';

const MOST_ORDERS = 6;

export function readRepeatPurchase(actor: Actor, query: RepeatQuery): Promise<Result<RepeatReport>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const workspace = await workspaceDetail(tx, actor);
    if (!workspace) return refusal('not-found');
    const { timeZone, currency } = workspace;
    const asOf = query.asOf ? new Date(query.asOf) : now();
    const question = ordersQuestion(actor, { ...query, asOf, timeZone, currency });
    return ok({ asOf: asOf.toISOString(), timeZone, currency, ...(await report(tx, question, timeZone)) });
  });
}

interface Asked extends Omit<RepeatQuery, 'asOf'> {
  readonly asOf: Date;
  readonly timeZone: string;
  readonly currency: string;
}

function ordersQuestion({ workspaceId }: Actor, asked: Asked): OrdersQuestion {
  const { order, amount, from, months, asOf, timeZone, currency } = asked;
  const first = from
    ? periodOfDate(from, 'month')
    : addPeriods(periodOf(asOf.getTime(), 'month', timeZone), 'month', 1 - months);
  const starts = Array.from({ length: months + 1 }, (_, index) => addPeriods(first, 'month', index));
  const bounds = starts.map((start) => new Date(beginsAt(start, timeZone)));
  const event = { event: order, where: [] };
  return { workspaceId, order: event, amount, currency, asOf, starts: starts.slice(0, months), bounds };
}

async function report(tx: Tx, question: OrdersQuestion, zone: string) {
  const { starts, asOf } = question;
  const shares = repeatShares(await countBuyers(tx, question), MOST_ORDERS);
  const waits = timeToRepeat(await countWaits(tx, question));
  const { cohorts, leftOut } = await countRevenue(tx, question);
  const value = cohorts.map((cohort, index) =>
    valueCurve(cohort, { unit: 'month', periods: starts.length - index, asOf: asOf.getTime(), zone }),
  );
  return { leftOut, shares, waits, value: value.map((curve) => ({ ...curve, cells: [...curve.cells] })) };
}
