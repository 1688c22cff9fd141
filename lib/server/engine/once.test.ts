// "Once" is once: a thousand copies of an event at the same moment, through several requests and several workers.
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { decisions, enrollments } from '@/drizzle/schema';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { drainEngine } from './run-engine';
import { serveBatch } from './serve-batch';

const COPIES = 1_000;
const REQUESTS = 20;

it('lets a customer in once under a thousand simultaneous copies, and says so of every other', async () => {
  const { actor } = await freshWorkspace();
  const document = welcomeDrawing({ reentry: 'once' });
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document }));
  unwrap(await publishJourney(actor, { id }));
  const request = (number: number) =>
    storeEvents(
      actor.workspaceId,
      'test',
      Array.from({ length: COPIES / REQUESTS }, (_, index) => ({
        type: 'track',
        event: 'Signed Up',
        messageId: `copy-${number}-${index}`,
        userId: 'ada',
      })),
      now(),
    );
  const worker = async () => {
    for (let round = 0; round < REQUESTS; round += 1) await serveBatch();
  };
  const requests = Array.from({ length: REQUESTS }, (_, number) => request(number));
  await Promise.all([...requests, worker(), worker()]);
  await drainEngine();
  await inWorkspace(actor.workspaceId, async (tx) => {
    expect(await tx.select().from(enrollments)).toHaveLength(1);
    const refused = await tx.select().from(decisions).where(eq(decisions.code, 'already-in-journey'));
    expect(refused).toHaveLength(COPIES - 1);
    const own = and(eq(decisions.code, 'entered'), eq(decisions.journeyId, id));
    expect(await tx.select().from(decisions).where(own)).toHaveLength(1);
  });
});
