// Who has to wait while a journey is worked on by hand: to let it go on keeps nobody from writing events.
import { expect, it } from 'vitest';
import { JourneyTest } from '@/lib/core/condition/condition';
import { inWorkspace } from '../db/transaction';
import { lockWorkspace } from '../ingest/lock-workspace';
import { make, publish } from '../segments/testing/live-shop';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { pauseJourney } from './pause-journey';
import { resumeJourney } from './resume-journey';

// The embedded database has one session: there nobody writes beside anybody.
it.skipIf(process.env.TEST_ENGINE === 'pglite')(
  'a journey goes on while events are written, though somebody asks who is inside',
  async () => {
    const { actor } = await freshWorkspace();
    const { workspaceId } = actor;
    const bought = { type: 'event-trigger', data: { event: 'Order Completed' } };
    const waiting = { type: 'delay', data: { amount: 1, unit: 'days' } };
    const id = await publish(actor, 'Order', bought, waiting);
    await make(actor, 'seg_inside', JourneyTest.parse({ type: 'journey', journeyId: id }));
    unwrap(await pauseJourney(actor, { id }));
    const standing = await inWorkspace(workspaceId, async (tx) => {
      await lockWorkspace(tx, workspaceId);
      return unwrap(await resumeJourney(actor, { id }));
    });
    expect(standing).toMatchObject({ state: 'live' });
  },
  20_000,
);
