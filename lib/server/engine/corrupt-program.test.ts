// A stored program that cannot be read: whoever is inside is set aside with the reason, and everybody else goes on.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { decisions, enrollments } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { asSystem, inWorkspace } from '../db/transaction';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { drainEngine } from './run-engine';

async function live(actor: Actor, event: string): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: event, document: welcomeDrawing({ event }) }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

const happen = ({ workspaceId }: Actor, event: string, userId: string) =>
  storeEvents(
    workspaceId,
    'test',
    [{ type: 'track', event, userId, messageId: `${event}-${userId}` }],
    now(),
  );

it.each([
  ['is no JSON of ours', '{"steps": 7}'],
  ['is of a newer release', '{"format": 2, "reentry": "once", "steps": {}, "rules": []}'],
  ['is empty', 'null'],
])('a program that %s parks its people and nobody else', async (_why, program) => {
  const { actor } = await freshWorkspace();
  const broken = await live(actor, 'Broken');
  const sound = await live(actor, 'Sound');
  await happen(actor, 'Broken', 'ada');
  await happen(actor, 'Sound', 'ada');
  await drainEngine();
  // Versions never change, so it takes more than the product's own role to spoil one.
  await asSystem(async (tx) => {
    await tx.execute(
      sql`update journey_versions set program = ${program}::jsonb where journey_id = ${broken}`,
    );
    await tx.execute(sql`
      update workspaces set rules_revision = rules_revision + 1 where workspace_id = ${actor.workspaceId}`);
  });
  await happen(actor, 'Broken', 'bob');
  advanceClock(2 * 3_600_000);
  await drainEngine();
  await inWorkspace(actor.workspaceId, async (tx) => {
    const found = await tx.select().from(enrollments);
    const standing = found.map(({ journeyId, status, endReason }) => ({ journeyId, status, endReason }));
    expect(standing).toHaveLength(2);
    expect(standing).toContainEqual({ journeyId: broken, status: 'parked', endReason: 'program-unreadable' });
    expect(standing).toContainEqual({ journeyId: sound, status: 'ended', endReason: 'path-ended' });
    const said = (await tx.select().from(decisions)).filter(({ code }) => code === 'program-unreadable');
    expect(said).toMatchObject([{ journeyId: broken, nodeId: 'nod_wait', inputs: { version: 1 } }]);
  });
});
