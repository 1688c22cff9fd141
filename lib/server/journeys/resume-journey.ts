// A paused journey goes on: its newest version enrolls again, and what was due follows the plan.
import type { JourneyStanding } from '@/lib/core/api/journey';
import type { ResumeJourney } from '@/lib/core/api/version';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { applyResume } from './apply-resume';
import { changeState } from './change-state';
import { lockJourney } from './lock-journey';
import { lockLanes } from './lock-lanes';
import { standingOf } from './standing';

export async function resumeJourney(actor: Actor, input: ResumeJourney): Promise<Result<JourneyStanding>> {
  const result = await inWorkspace(actor.workspaceId, async (tx) => {
    await lockLanes(tx, actor);
    const journey = await lockJourney(tx, actor, input.id);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    if (journey.state === 'draft') return refusal('journey-not-live');
    if (journey.state === 'paused') {
      await applyResume(tx, actor, journey, input.plan);
      await changeState(tx, journey, { state: 'live', liveVersion: journey.liveVersion });
      await audit(tx, actor, 'journey.resumed', journey.id);
    }
    return ok(await standingOf(tx, journey, 'live'));
  });
  if (result.ok) wake('engine');
  if (result.ok) wake('sender');
  return result;
}
