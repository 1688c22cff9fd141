// Makes a judged drawing the version that enrolls, with what becomes of the people inside. Part of a transaction.
import { sql } from 'drizzle-orm';
import { journeyVersions, triggerRules } from '@/drizzle/schema';
import type { DoesNotCompile, JourneyStanding } from '@/lib/core/api/journey';
import type { PublishJourney } from '@/lib/core/api/version';
import type { Program } from '@/lib/core/engine/program';
import { JourneyDocument } from '@/lib/core/journey/document';
import { everybodyStays, type PublishPlan, planProblem } from '@/lib/core/journey/publish-plan';
import { ok, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { startPhases } from '../experiments/start-phases';
import { newId } from '../new-id';
import { refusal } from '../refusal';
import { applyPlan } from './apply-plan';
import { applyResume } from './apply-resume';
import { changeState } from './change-state';
import type { Judged } from './judge-draft';
import type { LockedJourney } from './lock-journey';
import { liveVersionOf, standingOf } from './standing';
import { storedJson } from './stored-json';

/** A drawing as it was judged, outside the transaction. */
export interface JudgedDrawing {
  readonly document: JourneyDocument;
  readonly judged: Judged;
}

export type Answer = Result<JourneyStanding, Refusal | DoesNotCompile>;

type Publishing = Pick<PublishJourney, 'note' | 'plan' | 'resume'>;

/** The program to publish, or why it cannot be published with this plan. Asked before anything is written. */
export function publishable(
  judged: Judged,
  plan: PublishPlan | undefined,
): Result<Program, Refusal | DoesNotCompile> {
  if (!judged.program) return doesNotCompile(judged);
  const problem = plan ? planProblem(plan, judged.program) : null;
  if (!problem) return ok(judged.program);
  const { code, field, nodeId } = problem;
  return refusal(code, { field, nodeId });
}

/** The caller holds all lanes and the journey. Refuses before it writes. */
export async function publishVersion(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  { document, judged }: JudgedDrawing,
  { note = '', plan = everybodyStays, resume }: Publishing,
): Promise<Answer> {
  if (journey.state === 'archived') return refusal('journey-archived');
  const isPublished = await isLiveVersion(tx, journey, document);
  if (isPublished && journey.state === 'live') return ok(await standingOf(tx, journey, 'live'));
  const program = publishable(judged, plan);
  if (!program.ok) return program;
  if (journey.state === 'paused') await applyResume(tx, actor, journey, resume);
  if (isPublished) {
    await changeState(tx, journey, { state: 'live', liveVersion: journey.liveVersion });
    await audit(tx, actor, 'journey.published', journey.id, { version: journey.liveVersion });
    return ok(await standingOf(tx, journey, 'live'));
  }
  const dealt = await dealtProgram(tx, journey, document, program.value);
  const version = await addVersion(tx, actor, journey, { document, program: dealt, note });
  const published = { version, program: dealt, plan };
  const moves = journey.liveVersion === null ? null : await applyPlan(tx, actor, journey, published);
  await changeState(tx, journey, { state: 'live', liveVersion: version });
  await audit(tx, actor, 'journey.published', journey.id, { version, ...(moves && { moves: { ...moves } }) });
  return ok(await standingOf(tx, { ...journey, liveVersion: version }, 'live'));
}

/** The program with the phases that its experiments are in. */
export function dealtProgram(
  tx: Tx,
  { workspaceId, id: journeyId }: LockedJourney,
  { nodes }: JourneyDocument,
  program: Program,
): Promise<Program> {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return startPhases(tx, { workspaceId, journeyId, program, names });
}

async function isLiveVersion(tx: Tx, journey: LockedJourney, document: JourneyDocument): Promise<boolean> {
  const live = await liveVersionOf(tx, journey);
  // One that a newer release has saved cannot be read, so it is not this drawing.
  const drawn = live && JourneyDocument.safeParse(live.document).data;
  return drawn !== undefined && JSON.stringify(drawn) === JSON.stringify(document);
}

function doesNotCompile({ problems }: Judged): { readonly ok: false; readonly refusal: DoesNotCompile } {
  const count = problems.filter(({ grade }) => grade === 'error').length;
  const { message } = refusal('does-not-compile', { count }).refusal;
  return refuse({ code: 'does-not-compile' as const, message, problems: [...problems] });
}

/** After an undo the version that enrolls is not the newest one, and no number is given twice. */
async function nextVersion(tx: Tx, { workspaceId, id }: LockedJourney): Promise<number> {
  const [found] = await rows<{ next: number }>(
    tx,
    sql`select coalesce(max(version), 0) + 1 as next from journey_versions
      where workspace_id = ${workspaceId} and journey_id = ${id}`,
  );
  return found?.next ?? 1;
}

export async function addVersion(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  { document, program, note }: { document: JourneyDocument; program: Program; note: string },
): Promise<number> {
  const { workspaceId, id: journeyId } = journey;
  const version = await nextVersion(tx, journey);
  const content = { document: storedJson(document), program: storedJson(program), note };
  await tx
    .insert(journeyVersions)
    .values({ workspaceId, journeyId, version, ...content, publishedBy: actor.id, publishedAt: now() });
  const rules = program.rules.map(({ nodeId, effect, on, event, filter, key, acceptsLate }) => ({
    nodeId,
    effect,
    on,
    event,
    acceptsLate,
    workspaceId,
    id: newId('rul'),
    journeyId,
    version,
    filter: filter && storedJson(filter),
    key: key && [...key],
    isActive: true,
  }));
  await tx.insert(triggerRules).values(rules);
  return version;
}
