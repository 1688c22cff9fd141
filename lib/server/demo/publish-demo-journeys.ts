// Creates and publishes the ready journeys as their owner would, through the same verbs. What is there already stays.
import { and, eq } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { createJourneyTest } from '../journey-tests/create-journey-test';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { demoJourneys } from './journeys/demo-journeys';
import { demoTests } from './journeys/demo-tests';
import type { DemoJourney } from './journeys/drawing';
import { ownerOf } from './owner-of';

export async function publishDemoJourneys(workspaceId: Id<'wsp'>): Promise<void> {
  const owner = await ownerOf(workspaceId);
  for (const journey of demoJourneys) await publishDemoJourney(owner, journey);
}

export async function publishDemoJourney(owner: Actor, journey: DemoJourney): Promise<void> {
  const { workspaceId } = owner;
  const [found] = await inWorkspace(workspaceId, (tx) =>
    tx
      .select({ id: journeys.id, state: journeys.state })
      .from(journeys)
      .where(and(eq(journeys.workspaceId, workspaceId), eq(journeys.name, journey.name))),
  );
  if (found && found.state !== 'draft') return;
  const id = found?.id ?? (await create(owner, journey));
  const published = await publishJourney(owner, { id });
  if (!published.ok) {
    throw new Error(`The demo journey ${journey.name} was refused: ${JSON.stringify(published.refusal)}`);
  }
}

async function create(owner: Actor, journey: DemoJourney): Promise<Id<'jrn'>> {
  const created = await createJourney(owner, journey);
  if (!created.ok)
    throw new Error(`The demo journey ${journey.name} was refused: ${created.refusal.message}`);
  const { id } = created.value;
  for (const test of demoTests[journey.name] ?? []) await createJourneyTest(owner, { id, test });
  return id;
}
