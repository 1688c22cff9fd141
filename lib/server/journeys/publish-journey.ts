// Compiles the draft into an immutable version and lets customers in by it.
import type { PublishJourney } from '@/lib/core/api/version';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { failingTests, testsFailing } from '../journey-tests/failing-tests';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { findJourney } from './find-journey';
import { judgeDraft } from './judge-draft';
import { lockJourney } from './lock-journey';
import { lockPassages } from './lock-passages';
import { type Answer, publishVersion } from './publish-version';

export async function publishJourney(actor: Actor, input: PublishJourney): Promise<Answer> {
  const result = await publishWhatWasJudged(actor, input);
  if (result.ok) wake('engine');
  if (result.ok) wake('sender');
  return result;
}

/** Judging renders templates and looks names up, which no transaction should wait for: a draft saved meanwhile is judged again. */
async function publishWhatWasJudged(actor: Actor, input: PublishJourney): Promise<Answer> {
  const { id } = input;
  for (;;) {
    const draft = await findJourney(actor, { id });
    if (!draft.ok) return draft;
    const { document, draftRevision } = draft.value;
    const judged = await judgeDraft(actor, document);
    const isTested = judged.program !== null && input.ignoreFailingTests !== true;
    const failing = isTested ? await failingTests(actor, id, document) : [];
    const answer = await inWorkspace(actor.workspaceId, async (tx) => {
      await lockPassages(tx, actor);
      const journey = await lockJourney(tx, actor, id);
      if (!journey) return refusal('not-found');
      const isSame = journey.draftRevision === draftRevision;
      if (isSame && failing.length > 0 && journey.state !== 'archived') return testsFailing(failing);
      return isSame ? publishVersion(tx, actor, journey, { document, judged }, input) : null;
    });
    if (answer) return answer;
  }
}
