// Nobody new enters and nothing is sent until the journey is resumed; the people inside stay where they are.
import type { JourneyRef, JourneyStanding } from '@/lib/core/api/journey';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { changeState } from './change-state';
import { lockJourney } from './lock-journey';
import { standingOf } from './standing';

export function pauseJourney(actor: Actor, input: JourneyRef): Promise<Result<JourneyStanding>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const journey = await lockJourney(tx, actor, input.id);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    if (journey.state === 'draft') return refusal('journey-not-live');
    if (journey.state === 'live') {
      await changeState(tx, journey, { state: 'paused', liveVersion: journey.liveVersion });
      await audit(tx, actor, 'journey.paused', journey.id);
    }
    return ok(await standingOf(tx, journey, 'paused'));
  });
}
