// What every change of a journey's state has in common: the row, the rules that may enroll, the news for the workers, and
// the note from which revision on it holds, by which the reason trail says later why an event let nobody in.
import { and, eq, sql } from 'drizzle-orm';
import { journeySpans, journeys, triggerRules, workspaces } from '@/drizzle/schema';
import type { JourneyState } from '@/lib/core/api/journey';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { arrangeSweeps } from '../sweeps/arrange-sweeps';
import type { LockedJourney } from './lock-journey';

interface StateChange {
  readonly state: JourneyState;
  readonly liveVersion: number | null;
}

export async function changeState(tx: Tx, journey: LockedJourney, change: StateChange): Promise<void> {
  const { workspaceId, id } = journey;
  await tx
    .update(journeys)
    .set({ ...change, pausedAt: pausedSince(journey, change), updatedAt: now() })
    .where(and(eq(journeys.workspaceId, workspaceId), eq(journeys.id, id)));
  const enrolls = change.state === 'live' ? sql`${triggerRules.version} = ${change.liveVersion}` : sql`false`;
  await tx
    .update(triggerRules)
    .set({ isActive: enrolls })
    .where(
      and(
        eq(triggerRules.workspaceId, workspaceId),
        eq(triggerRules.journeyId, id),
        eq(triggerRules.effect, 'enroll'),
      ),
    );
  await noteSpan(tx, journey, change);
  await arrangeSweeps(tx, journey, change);
}

/** A journey that stays paused is paused since when it was, so that its plan for going on counts the whole pause. */
function pausedSince(journey: LockedJourney, { state }: StateChange): Date | null {
  if (state !== 'paused') return null;
  return journey.state === 'paused' ? journey.pausedAt : now();
}

async function noteSpan(tx: Tx, journey: LockedJourney, change: StateChange): Promise<void> {
  const { workspaceId, id: journeyId } = journey;
  const raised = await tx
    .update(workspaces)
    .set({ rulesRevision: sql`${workspaces.rulesRevision} + 1` })
    .where(eq(workspaces.workspaceId, workspaceId))
    .returning({ revision: workspaces.rulesRevision });
  const { state, liveVersion: version } = change;
  const spans = raised.map(({ revision }) => ({
    workspaceId,
    journeyId,
    revision,
    state,
    version,
    at: now(),
  }));
  await tx.insert(journeySpans).values(spans);
}
