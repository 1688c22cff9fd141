// What resuming a paused journey would set off, for each plan there is. Nothing is written.
import { and, eq } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { PreviewResume, ResumePreview } from '@/lib/core/api/version';
import type { NodeId, Program } from '@/lib/core/engine/program';
import { latenessAfter } from '@/lib/core/journey/lateness-after';
import { addToForecast, emptyForecast, type Pending } from '@/lib/core/journey/resume-forecast';
import type { ResumePlan } from '@/lib/core/journey/resume-plan';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, type Tx } from '../db/transaction';
import { maxLatenessMs } from '../delivery/guarantee';
import { refusal } from '../refusal';
import { type DueTimer, eachHeld, eachTimer, type HeldSend, standstillOf } from './each-due';
import type { LockedJourney } from './lock-journey';

export function previewResume(
  actor: Actor,
  { id, spreadHours }: PreviewResume,
): Promise<Result<ResumePreview>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const own = and(eq(journeys.workspaceId, actor.workspaceId), eq(journeys.id, id));
    const [journey] = await tx.select().from(journeys).where(own);
    if (!journey) return refusal('not-found');
    const none = { shift: emptyForecast, skip: emptyForecast, spread: emptyForecast };
    if (journey.state !== 'paused') return ok({ pausedAt: null, due: 0, held: 0, plans: none });
    return ok(await forecast(tx, journey, { kind: 'spread', hours: spreadHours }));
  });
}

async function forecast(tx: Tx, journey: LockedJourney, spread: ResumePlan): Promise<ResumePreview> {
  const pause = standstillOf(journey);
  const plans = { shift: emptyForecast, skip: emptyForecast, spread: emptyForecast };
  const add = (pending: readonly Pending[]) => {
    plans.shift = addToForecast(plans.shift, pending, { kind: 'shift' }, pause.now);
    plans.skip = addToForecast(plans.skip, pending, { kind: 'skip' }, pause.now);
    plans.spread = addToForecast(plans.spread, pending, spread, pause.now);
  };
  let [due, held] = [0, 0];
  const lateness = latenessByStep();
  await eachTimer(tx, journey, pause, async (timers) => {
    due += timers.filter(({ dueAt }) => dueAt <= pause.now).length;
    add(timers.map((timer) => ({ ...timer, maxLateness: lateness(timer) })));
  });
  await eachHeld(tx, journey, pause, async (sends) => {
    held += sends.length;
    add(sends.map(pendingSend));
  });
  return { pausedAt: new Date(pause.pausedAt).toISOString(), due, held, plans };
}

/** How late each wait may end, looked up once per step. */
function latenessByStep(): (timer: DueTimer) => number | null {
  const known = new Map<Program, Map<NodeId, number | null>>();
  return ({ program, nodeId }) => {
    if (!program || nodeId === null) return null;
    const steps = known.get(program) ?? new Map<NodeId, number | null>();
    known.set(program, steps);
    const lateness = steps.get(nodeId) ?? latenessAfter(program, nodeId);
    steps.set(nodeId, lateness);
    return lateness;
  };
}

function pendingSend({ type, kind, maxLatenessHours, ...due }: HeldSend): Pending {
  return { ...due, maxLateness: maxLatenessMs({ type, payload: { kind, maxLatenessHours } }) };
}
