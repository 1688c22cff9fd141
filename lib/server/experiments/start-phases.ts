// What publishing does to experiments: a changed arm, share or question begins a new phase, and everything else goes on. The
// phase and, once it is decided, the arm that everybody takes are written into the program; the drawing stays as it is.
import { and, desc, eq } from 'drizzle-orm';
import { experimentPhases, experiments } from '@/drizzle/schema';
import type { NodeId, Program } from '@/lib/core/engine/program';
import { dealtShares } from '@/lib/core/experiment/dealt-shares';
import { isSamePhase, PhaseDesign, phaseDesignOf } from '@/lib/core/experiment/phase-design';
import { phaseOutcome } from '@/lib/core/experiment/phase-outcome';
import { plannedPeople } from '@/lib/core/experiment/planned-people';
import { equalShares, type SharePeriod, sharePeriods } from '@/lib/core/experiment/share-periods';
import type { Id } from '@/lib/core/id';
import { experimentSplit } from '@/lib/core/nodes/experiment-split';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { storedJson } from '../journeys/stored-json';
import { newId } from '../new-id';
import { endPhases } from './end-phases';
import { entrancesOf } from './entrances-of';
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
    const { experimentId, ...dealt } = await enterPhase(tx, published, nodeId);
    const data = experimentSplit.data.parse(step.data);
    steps[nodeId] = { ...step, data: { ...data, ...dealt } };
    kept.push(experimentId);
  }
  await endPhases(tx, published, kept);
  return splits.length === 0 ? program : { ...program, steps };
}

interface Entered {
  readonly experimentId: Id<'exp'>;
  readonly phase: number;
  readonly settled: string | null;
  readonly paused: string[];
  readonly shares: Record<string, number> | null;
  readonly period: number;
}

async function enterPhase(tx: Tx, published: Published, nodeId: NodeId): Promise<Entered> {
  const { workspaceId, program, names } = published;
  const experimentId = await experimentAt(tx, published, nodeId);
  const drawn = phaseDesignOf(program, nodeId, names.get(nodeId) ?? '');
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
  const isOpen = current !== undefined && current.endedAt === null && asked <= current.phase;
  const { paused, design } = carriedOn(isOpen ? current : null, drawn);
  const goesOn = isOpen && isSamePhase(PhaseDesign.parse(current.design), design);
  if (goesOn) {
    const { phase, outcome, periods } = current;
    const renamed = { design: storedJson(design) };
    await tx
      .update(experimentPhases)
      .set(renamed)
      .where(and(ofExperiment, eq(experimentPhases.phase, phase)));
    const settled = phaseOutcome(outcome)?.arm ?? null;
    return { experimentId, phase, settled, paused, ...dealtBy(sharePeriods(periods)) };
  }
  const phase = Math.max(asked, (current?.phase ?? 0) + 1);
  await endPhases(tx, published, [], experimentId);
  const periods = await beginPhase(tx, published, { experimentId, phase, design });
  return { experimentId, phase, settled: null, paused: [...design.paused], ...dealtBy(periods) };
}

/** What arms that did harm, and are as they were, bring along. Where fewer than two are left there is nothing to go on with. */
function carriedOn(
  current: { readonly design: unknown; readonly outcome: unknown } | null,
  drawn: PhaseDesign,
): { readonly paused: string[]; readonly design: PhaseDesign } {
  if (current === null) return { paused: [], design: drawn };
  const before = PhaseDesign.parse(current.design);
  const isAsBefore = (id: string) =>
    before.arms.find((arm) => arm.id === id)?.print === drawn.arms.find((arm) => arm.id === id)?.print;
  const harmful = [...before.paused, ...(phaseOutcome(current.outcome)?.paused ?? [])];
  const paused = [...new Set(harmful)].filter(isAsBefore);
  const left = drawn.arms.filter(({ id, percent }) => percent > 0 && !paused.includes(id));
  return {
    paused,
    design: { ...drawn, paused: left.length < 2 ? before.paused.filter(isAsBefore) : paused },
  };
}

function dealtBy(periods: readonly SharePeriod[]): Pick<Entered, 'shares' | 'period'> {
  const last = periods.at(-1);
  return { shares: last ? { ...last.shares } : null, period: last?.period ?? 1 };
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
): Promise<SharePeriod[]> {
  const at = now();
  const open = dealtShares(design.arms, design.paused);
  const periods = design.mode === 'optimise' ? [equalShares(open, at.getTime())] : [];
  const entrances = entrancesOf(Object.values(program.steps));
  const { baseline } = await loadBaseline(tx, workspaceId, journeyId, entrances, design);
  await tx.insert(experimentPhases).values({
    ...{ workspaceId, experimentId, phase, state: 'running', startedAt: at },
    design: storedJson(design),
    planned: plannedPeople(design, baseline),
    nextLookAt: new Date(at.getTime() + LOOK_MS),
    periods: periods.map(storedJson),
  });
  return periods;
}

/** Experiments are looked at by the hour. */
export const LOOK_MS = 3_600_000;
