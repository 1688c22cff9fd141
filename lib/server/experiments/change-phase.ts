// What every change of an experiment by a person has in common: the locks, the row, the journey's new version, the audit row.
import { and, desc, eq, sql } from 'drizzle-orm';
import { experimentLooks, experimentPhases, experiments } from '@/drizzle/schema';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace, type Tx } from '../db/transaction';
import { lockJourney } from '../journeys/lock-journey';
import { lockLanes } from '../journeys/lock-lanes';
import { republish } from '../journeys/republish';
import { storedJson } from '../journeys/stored-json';
import { type CodedRefusal, refusal } from '../refusal';
import { wake } from '../wake';
import { findExperiment } from './find-experiment';

type Row = typeof experimentPhases.$inferSelect;

interface Change {
  readonly action: string;
  /** Of the new version that brings it onto the canvas; null where nothing there changes. */
  readonly note: string | null;
  readonly set: Partial<Omit<Row, 'outcome'>> & { readonly outcome?: object };
}

type Refused = ReturnType<typeof refusal>;

export async function changePhase(
  actor: Actor,
  id: Id<'exp'>,
  decide: (phase: Row & { readonly looks: number }) => Change | Refused,
): Promise<Result<ExperimentDetail, CodedRefusal>> {
  const changed = await inWorkspace(actor.workspaceId, async (tx) => {
    await lockLanes(tx, actor);
    const found = await currentPhase(tx, actor, id);
    if (!found) return refusal('not-found');
    const { phase, journeyId } = found;
    const journey = await lockJourney(tx, actor, journeyId);
    const isOpen = phase.endedAt === null && (journey?.state === 'live' || journey?.state === 'paused');
    if (!isOpen || !journey) return refusal('experiment-over');
    const change = decide(phase);
    if ('refusal' in change) return change;
    const { outcome, ...set } = change.set;
    await tx
      .update(experimentPhases)
      .set({ ...set, ...(outcome && { outcome: storedJson(outcome) }) })
      .where(ofPhase(actor, id, phase.phase));
    await audit(tx, actor, change.action, id, { phase: phase.phase });
    if (change.note !== null) await republish(tx, actor, journey, change.note);
    return ok({ id });
  });
  if (!changed.ok) return changed;
  wake('engine');
  return findExperiment(actor, { id });
}

const ofPhase = ({ workspaceId }: Actor, id: Id<'exp'>, phase: number) =>
  and(
    eq(experimentPhases.workspaceId, workspaceId),
    eq(experimentPhases.experimentId, id),
    eq(experimentPhases.phase, phase),
  );

async function currentPhase(tx: Tx, { workspaceId }: Actor, id: Id<'exp'>) {
  const [found] = await tx
    .select({ phase: experimentPhases, journeyId: experiments.journeyId })
    .from(experiments)
    .innerJoin(
      experimentPhases,
      and(
        eq(experimentPhases.workspaceId, experiments.workspaceId),
        eq(experimentPhases.experimentId, experiments.id),
      ),
    )
    .where(and(eq(experiments.workspaceId, workspaceId), eq(experiments.id, id)))
    .orderBy(desc(experimentPhases.phase))
    .limit(1)
    .for('update', { of: experimentPhases });
  if (!found) return null;
  const [counted] = await tx
    .select({ looks: sql<number>`coalesce(max(${experimentLooks.look}), 0)` })
    .from(experimentLooks)
    .where(
      and(
        eq(experimentLooks.workspaceId, workspaceId),
        eq(experimentLooks.experimentId, id),
        eq(experimentLooks.phase, found.phase.phase),
      ),
    );
  return { journeyId: found.journeyId, phase: { ...found.phase, looks: Number(counted?.looks ?? 0) } };
}
