// What marketing is worth: everybody who gets it against those held out, month by month of one span of the holdout.
import { desc, eq } from 'drizzle-orm';
import { holdoutSpans } from '@/drizzle/schema';
import type { HoldoutQuery, HoldoutReport } from '@/lib/core/api/holdout';
import { holdoutFigures } from '@/lib/core/experiment/holdout-figures';
import { ok, type Result } from '@/lib/core/result';
import { addPeriods, beginsAt, type PeriodStart, periodOf } from '@/lib/core/retention/period';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from '../workspace/find-workspace';
import { countHoldout, type HoldoutCounts } from './count-holdout';
import type { SpanQuestion } from './span-sql';

/** With fewer people held out, differences are mostly chance. */
const SMALL = 1_000;

type Figured = Pick<HoldoutReport, 'months' | 'isSmall' | 'bothSides' | 'leftOut'>;

const NOTHING: Figured = { months: [], isSmall: false, bothSides: 0, leftOut: 0 };

export function readHoldout(actor: Actor, { span: asked }: HoldoutQuery): Promise<Result<HoldoutReport>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const workspace = await workspaceDetail(tx, actor);
    if (!workspace) return refusal('not-found');
    const all = await tx
      .select()
      .from(holdoutSpans)
      .where(eq(holdoutSpans.workspaceId, workspaceId))
      .orderBy(desc(holdoutSpans.span));
    const chosen = asked === undefined ? all[0] : all.find(({ span }) => span === asked);
    if (asked !== undefined && !chosen) return refusal('not-found');
    const { timeZone, currency } = workspace;
    const until = chosen?.endedAt ?? now();
    const figured = chosen ? await figure(tx, { ...chosen, until, currency }, timeZone) : NOTHING;
    return ok({
      percent: all.find(({ endedAt }) => endedAt === null)?.percent ?? 0,
      ...{ currency, timeZone, span: chosen?.span ?? null, until: until.toISOString() },
      spans: all.map(({ span, percent, startedAt, endedAt }) => ({
        ...{ span, percent, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
      })),
      ...figured,
    });
  });
}

async function figure(tx: Tx, question: SpanQuestion, zone: string): Promise<Figured> {
  const months = monthsOf(question, zone);
  const from = months.map(({ at }) => at);
  const counts = await countHoldout(tx, question, from);
  const { bothSides, leftOut } = counts;
  const last = counts.of('until', months.length);
  return {
    months: months.map(({ month, at }, index) => ({
      ...{ month, from: at.toISOString(), until: (from[index + 1] ?? question.until).toISOString() },
      alone: figuresOf(counts, 'in', index + 1),
      sinceStart: figuresOf(counts, 'until', index + 1),
    })),
    ...{ isSmall: last.heldOut.people < SMALL, bothSides, leftOut },
  };
}

function figuresOf(counts: HoldoutCounts, view: 'in' | 'until', month: number) {
  const { heldOut, treated, cap } = counts.of(view, month);
  return { ...holdoutFigures(heldOut, treated), cap };
}

/** The first begins with the span, the others with the calendar's months. */
function monthsOf({ startedAt, until }: SpanQuestion, zone: string): { month: PeriodStart; at: Date }[] {
  let month = periodOf(startedAt.getTime(), 'month', zone);
  const months = [{ month, at: startedAt }];
  for (;;) {
    month = addPeriods(month, 'month', 1);
    const at = new Date(beginsAt(month, zone));
    if (at >= until) return months;
    months.push({ month, at });
  }
}
