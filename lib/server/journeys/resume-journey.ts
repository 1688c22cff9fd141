// A paused journey goes on: its newest version enrolls again and held sends are worked off.
import type { JourneyRef, JourneyStanding } from '@/lib/core/api/journey';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { changeState } from './change-state';
import { lockJourney } from './lock-journey';
import { standingOf } from './standing';

export async function resumeJourney(actor: Actor, input: JourneyRef): Promise<Result<JourneyStanding>> {
  const result = await inWorkspace(actor.workspaceId, async (tx) => {
    const journey = await lockJourney(tx, actor, input.id);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    if (journey.state === 'draft') return refusal('journey-not-live');
    if (journey.state === 'paused') {
      await changeState(tx, journey, { state: 'live', liveVersion: journey.liveVersion });
      await audit(tx, actor, 'journey.resumed', journey.id);
    }
    return ok(await standingOf(tx, journey, 'live'));
  });
  if (result.ok) wake('engine');
  if (result.ok) wake('sender');
  return result;
}
