// What resuming a paused journey would set off, for each plan there is. Nothing is written.
import { and, eq } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { PreviewResume, ResumePreview } from '@/lib/core/api/version';
import type { SendType } from '@/lib/core/engine/enrollment';
import type { Program } from '@/lib/core/engine/program';
import type { Id } from '@/lib/core/id';
import { latenessAfter } from '@/lib/core/journey/lateness-after';
import { addToForecast, emptyForecast, type Pending } from '@/lib/core/journey/resume-forecast';
import type { ResumePlan } from '@/lib/core/journey/resume-plan';
import type { Json } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { maxLatenessMs } from '../delivery/guarantee';
import { refusal } from '../refusal';
import { heldOf, pauseOf, timersOf } from './apply-resume';
import { eachPortion, programsInside } from './each-inside';
import type { LockedJourney } from './lock-journey';

interface Timer {
  readonly id: string;
  readonly dueAt: Date;
  readonly version: number;
  readonly nodeId: Id<'nod'> | null;
}

interface Held {
  readonly id: string;
  readonly dueAt: Date;
  readonly type: SendType;
  readonly kind: Json;
  readonly maxLatenessHours: Json;
}

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
  const pause = { pausedAt: pauseOf(journey), now: now().getTime() };
  const plans = { shift: emptyForecast, skip: emptyForecast, spread: emptyForecast };
  const add = (pending: readonly Pending[]) => {
    plans.shift = addToForecast(plans.shift, pending, { kind: 'shift' }, pause);
    plans.skip = addToForecast(plans.skip, pending, { kind: 'skip' }, pause);
    plans.spread = addToForecast(plans.spread, pending, spread, pause);
  };
  let [due, held] = [0, 0];
  const lateness = latenessBy(await programsInside(tx, journey));
  await eachPortion<Timer>(tx, timersOf(journey), async (timers) => {
    due += timers.filter(({ dueAt }) => dueAt.getTime() <= pause.now).length;
    add(
      timers.map((timer) => ({ id: timer.id, dueAt: timer.dueAt.getTime(), maxLateness: lateness(timer) })),
    );
  });
  await eachPortion<Held>(tx, heldOf(journey), async (sends) => {
    held += sends.length;
    add(sends.map(pendingSend));
  });
  return { pausedAt: new Date(pause.pausedAt).toISOString(), due, held, plans };
}

/** How late each wait may end, looked up once per step. */
function latenessBy(programs: ReadonlyMap<number, Program>): (timer: Timer) => number | null {
  const known = new Map<string, number | null>();
  return ({ version, nodeId }) => {
    const program = programs.get(version);
    if (!program || nodeId === null) return null;
    const place = `${version} ${nodeId}`;
    const lateness = known.has(place) ? known.get(place) : latenessAfter(program, nodeId);
    known.set(place, lateness ?? null);
    return lateness ?? null;
  };
}

function pendingSend({ id, dueAt, type, kind, maxLatenessHours }: Held): Pending {
  const limit = maxLatenessMs({ type, payload: { kind, maxLatenessHours } });
  return { id, dueAt: dueAt.getTime(), maxLateness: limit };
}
