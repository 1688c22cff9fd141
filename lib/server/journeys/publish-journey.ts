// Turns a draft into an immutable version and lets it enroll customers: version, rules, state and audit row in one transaction.
import { journeyVersions, triggerRules } from '@/drizzle/schema';
import type { DoesNotCompile, JourneyRef, JourneyStanding } from '@/lib/core/api/journey';
import type { Program } from '@/lib/core/engine/program';
import { JourneyDocument } from '@/lib/core/journey/document';
import { ok, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { newId } from '../new-id';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { changeState } from './change-state';
import { findJourney } from './find-journey';
import { type Judged, judgeDraft } from './judge-draft';
import { type LockedJourney, lockJourney } from './lock-journey';
import { liveVersionOf, standingOf } from './standing';
import { storedJson } from './stored-json';

export async function publishJourney(
  actor: Actor,
  input: JourneyRef,
): Promise<Result<JourneyStanding, Refusal | DoesNotCompile>> {
  const result = await publishWhatWasJudged(actor, input);
  if (result.ok) wake('engine');
  if (result.ok) wake('sender');
  return result;
}

type Answer = Result<JourneyStanding, Refusal | DoesNotCompile>;

/** Judging renders templates and looks names up, which no transaction should wait for: a draft saved meanwhile is judged again. */
async function publishWhatWasJudged(actor: Actor, { id }: JourneyRef): Promise<Answer> {
  for (;;) {
    const draft = await findJourney(actor, { id });
    if (!draft.ok) return draft;
    const { document, draftRevision } = draft.value;
    const judged = await judgeDraft(document);
    const answer = await inWorkspace(actor.workspaceId, async (tx) => {
      const journey = await lockJourney(tx, actor, id);
      if (!journey) return refusal('not-found');
      return journey.draftRevision === draftRevision ? publish(tx, actor, journey, document, judged) : null;
    });
    if (answer) return answer;
  }
}

async function publish(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  document: JourneyDocument,
  judged: Judged,
): Promise<Answer> {
  if (journey.state === 'archived') return refusal('journey-archived');
  const isPublished = await isLiveVersion(tx, journey, document);
  if (isPublished && journey.state === 'live') return ok(await standingOf(tx, journey, 'live'));
  if (!judged.program) return doesNotCompile(judged);
  const version = isPublished
    ? journey.liveVersion
    : await addVersion(tx, actor, journey, document, judged.program);
  await changeState(tx, journey, { state: 'live', liveVersion: version });
  await audit(tx, actor, 'journey.published', journey.id, { version });
  return ok(await standingOf(tx, { ...journey, liveVersion: version }, 'live'));
}

async function isLiveVersion(tx: Tx, journey: LockedJourney, document: JourneyDocument): Promise<boolean> {
  const live = await liveVersionOf(tx, journey);
  return live !== null && JSON.stringify(JourneyDocument.parse(live.document)) === JSON.stringify(document);
}

function doesNotCompile({ problems }: Judged): { readonly ok: false; readonly refusal: DoesNotCompile } {
  const count = problems.filter(({ grade }) => grade === 'error').length;
  const { message } = refusal('does-not-compile', { count }).refusal;
  return refuse({ code: 'does-not-compile' as const, message, problems: [...problems] });
}

async function addVersion(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  document: JourneyDocument,
  program: Program,
): Promise<number> {
  const { workspaceId, id: journeyId } = journey;
  const version = (journey.liveVersion ?? 0) + 1;
  const content = { document: storedJson(document), program: storedJson(program) };
  await tx
    .insert(journeyVersions)
    .values({ workspaceId, journeyId, version, ...content, publishedBy: actor.id, publishedAt: now() });
  const rules = program.rules.map(({ filter, key, ...rule }) => ({
    ...rule,
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
