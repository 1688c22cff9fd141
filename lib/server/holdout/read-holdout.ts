// What marketing is worth: everybody who gets it against those held out, month by month of one span of the holdout.
import type { HoldoutQuery, HoldoutReport } from '@/lib/core/api/holdout';
import { holdoutFigures } from '@/lib/core/experiment/holdout-figures';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { countHoldout, type HoldoutCounts } from './count-holdout';
import { findSpan } from './find-span';
import { spanMonths } from './span-months';
import type { SpanQuestion } from './span-sql';

/** With fewer people held out, differences are mostly chance. */
const SMALL = 1_000;

type Figured = Pick<HoldoutReport, 'months' | 'isSmall' | 'bothSides' | 'leftOut'>;

const NOTHING: Figured = { months: [], isSmall: false, bothSides: 0, leftOut: 0 };

export function readHoldout(actor: Actor, { span: asked }: HoldoutQuery): Promise<Result<HoldoutReport>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const found = await findSpan(tx, actor, asked);
    if (!found) return refusal('not-found');
    const { all, question, currency, timeZone } = found;
    const figured = question ? await figure(tx, question, timeZone) : NOTHING;
    return ok({
      percent: all.find(({ endedAt }) => endedAt === null)?.percent ?? 0,
      ...{
        currency,
        timeZone,
        span: question?.span ?? null,
        until: (question?.until ?? now()).toISOString(),
      },
      spans: all.map(({ span, percent, startedAt, endedAt }) => ({
        ...{ span, percent, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
      })),
      ...figured,
    });
  });
}

async function figure(tx: Tx, question: SpanQuestion, zone: string): Promise<Figured> {
  const months = spanMonths(question, zone);
  const counts = await countHoldout(
    tx,
    question,
    months.map(({ from }) => from),
  );
  const { bothSides, leftOut } = counts;
  const last = counts.of('until', months.length);
  return {
    months: months.map(({ month, from, until }, index) => ({
      ...{ month, from: from.toISOString(), until: until.toISOString() },
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
