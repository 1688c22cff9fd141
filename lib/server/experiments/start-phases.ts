// What publishing does to experiments: a changed arm, share or question begins a new phase, and everything else goes on. The
// phase and, once it is decided, the arm that everybody takes are written into the program; the drawing stays as it is.
import { and, desc, eq } from 'drizzle-orm';
import { experimentPhases, experiments } from '@/drizzle/schema';
import type { NodeId, Program } from '@/lib/core/engine/program';
import { isSamePhase, PhaseDesign, phaseDesignOf } from '@/lib/core/experiment/phase-design';
import { phaseOutcome } from '@/lib/core/experiment/phase-outcome';
import { plannedPeople } from '@/lib/core/experiment/planned-people';
import type { Id } from '@/lib/core/id';
import { experimentSplit } from '@/lib/core/nodes/experiment-split';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { storedJson } from '../journeys/stored-json';
import { newId } from '../new-id';
import { endPhases } from './end-phases';
import { loadBaseline } from './load-baseline';

interface Published {
  readonly workspaceId: Id<'wsp'>;
  readonly journeyId: Id<'jrn'>;
  readonly program: Program;
  /** What nodes are called. */
  readonly names: ReadonlyMap<NodeId, string>;
}

/** @returns the program as it is to be stored. The caller holds the lanes and the journey. */
export async function startPhases(tx: Tx, published: Published): Promise<Program> {
  const { program } = published;
  const splits = Object.entries(program.steps).filter(([, { type }]) => type === 'experiment-split');
  const steps = { ...program.steps };
  const kept: Id<'exp'>[] = [];
  for (const [key] of splits) {
    // Keys of `steps` are node ids; Object.entries widens them.
    const nodeId = key as NodeId;
    const step = steps[nodeId];
    if (step === undefined) continue;
    const { experimentId, phase, settled } = await enterPhase(tx, published, nodeId);
    const data = experimentSplit.data.parse(step.data);
    steps[nodeId] = { ...step, data: { ...data, phase, settled } };
    kept.push(experimentId);
  }
  await endPhases(tx, published, kept);
  return splits.length === 0 ? program : { ...program, steps };
}

interface Entered {
  readonly experimentId: Id<'exp'>;
  readonly phase: number;
  readonly settled: string | null;
}

async function enterPhase(tx: Tx, published: Published, nodeId: NodeId): Promise<Entered> {
  const { workspaceId, program, names } = published;
  const experimentId = await experimentAt(tx, published, nodeId);
  const design = phaseDesignOf(program, nodeId, names.get(nodeId) ?? '');
  const asked = experimentSplit.data.parse(program.steps[nodeId]?.data).phase;
  const ofExperiment = and(
    eq(experimentPhases.workspaceId, workspaceId),
    eq(experimentPhases.experimentId, experimentId),
  );
  const [current] = await tx
    .select()
    .from(experimentPhases)
    .where(ofExperiment)
    .orderBy(desc(experimentPhases.phase))
    .limit(1);
  const goesOn =
    current !== undefined &&
    current.endedAt === null &&
    asked <= current.phase &&
    isSamePhase(PhaseDesign.parse(current.design), design);
  if (goesOn) {
    const { phase, outcome } = current;
    const renamed = { design: storedJson(design) };
    await tx
      .update(experimentPhases)
      .set(renamed)
      .where(and(ofExperiment, eq(experimentPhases.phase, phase)));
    return { experimentId, phase, settled: phaseOutcome(outcome)?.arm ?? null };
  }
  const phase = Math.max(asked, (current?.phase ?? 0) + 1);
  await endPhases(tx, published, [], experimentId);
  await beginPhase(tx, published, { experimentId, phase, design });
  return { experimentId, phase, settled: null };
}

/** One experiment for each node, however often its journey is published. */
async function experimentAt(
  tx: Tx,
  { workspaceId, journeyId }: Published,
  nodeId: NodeId,
): Promise<Id<'exp'>> {
  const id = newId('exp');
  await tx
    .insert(experiments)
    .values({ workspaceId, id, journeyId, nodeId, createdAt: now() })
    .onConflictDoNothing();
  const [found] = await tx
    .select({ id: experiments.id })
    .from(experiments)
    .where(
      and(
        eq(experiments.workspaceId, workspaceId),
        eq(experiments.journeyId, journeyId),
        eq(experiments.nodeId, nodeId),
      ),
    );
  return found?.id ?? id;
}

async function beginPhase(
  tx: Tx,
  { workspaceId, journeyId, program }: Published,
  { experimentId, phase, design }: { experimentId: Id<'exp'>; phase: number; design: PhaseDesign },
): Promise<void> {
  const at = now();
  const events = program.rules.flatMap(({ effect, on, event }) =>
    effect === 'enroll' && on === 'event' ? [event] : [],
  );
  const { baseline } = await loadBaseline(tx, workspaceId, journeyId, events, design);
  await tx.insert(experimentPhases).values({
    ...{ workspaceId, experimentId, phase, state: 'running', startedAt: at },
    design: storedJson(design),
    planned: plannedPeople(design, baseline),
    nextLookAt: new Date(at.getTime() + LOOK_MS),
  });
}

/** Experiments are looked at by the hour. */
export const LOOK_MS = 3_600_000;
