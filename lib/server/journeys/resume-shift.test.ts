// Shifting by a pause: the clock on the wall is kept, a wait is as long as it is, and a visit to come stays one.
import { expect, it } from 'vitest';
import { enrollments } from '@/drizzle/schema';
import { JourneyDocument } from '@/lib/core/journey/document';
import { nextLocalTime } from '@/lib/core/time/zone';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { fillJourney } from '../testing/fill-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { createJourney } from './create-journey';
import { pauseJourney } from './pause-journey';
import { previewResume } from './preview-resume';
import { publishJourney } from './publish-journey';
import { resumeJourney } from './resume-journey';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKS = 14 * DAY;

function waitingDrawing(data: object): JourneyDocument {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: 'Signed Up' } },
      { id: 'nod_wait', type: 'delay', data },
    ],
    edges: [{ from: 'nod_start', exit: 'next', to: 'nod_wait' }],
    settings: { reentry: 'unlimited' },
  });
}

/** Paused for two weeks and some hours, with people inside as given. */
async function resumedWith(wait: object, inside: (pausedAt: number) => object) {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Nine', document: waitingDrawing(wait) }));
  unwrap(await publishJourney(actor, { id }));
  unwrap(await pauseJourney(actor, { id }));
  await fillJourney(actor, id, [{ nodeId: 'nod_wait', ...inside(now().getTime()) }]);
  advanceClock(WEEKS + 3 * HOUR);
  const { plans } = unwrap(await previewResume(actor, { id, spreadHours: 1 }));
  const resumedFrom = now().getTime();
  unwrap(await resumeJourney(actor, { id }));
  const [one] = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(enrollments));
  return { plans, inMs: (one?.wakeAt?.getTime() ?? 0) - resumedFrom, one };
}

it('keeps a wait for the clock on the wall to that clock', async () => {
  const nine = { mode: 'time-of-day', time: '09:00' };
  const { one, inMs } = await resumedWith(nine, (pausedAt) => {
    const nextNine = nextLocalTime(pausedAt + 1, 'UTC', 9 * 60);
    return { arrivedAt: new Date(pausedAt - HOUR), wakeAt: new Date(nextNine) };
  });
  expect(one?.wakeAt?.toISOString()).toMatch(/T09:00:00.000Z$/);
  expect(inMs).toBeGreaterThan(0);
  expect(inMs).toBeLessThan(DAY);
});

it('lets a wait that began during the pause be as long as it is', async () => {
  const { inMs, plans } = await resumedWith({ amount: 1, unit: 'hours' }, (pausedAt) => {
    const arrivedAt = pausedAt + WEEKS;
    return { arrivedAt: new Date(arrivedAt), wakeAt: new Date(arrivedAt + HOUR) };
  });
  expect(Math.abs(inMs - HOUR)).toBeLessThan(60_000);
  expect(plans.shift.later).toBe(0);
});

it('still lets whoever was put at a step visit it', async () => {
  const { one } = await resumedWith({ amount: 1, unit: 'hours' }, (pausedAt) => ({
    arrivedAt: new Date(pausedAt - HOUR),
    wakeAt: new Date(pausedAt - HOUR - 1),
  }));
  expect((one?.arrivedAt.getTime() ?? 0) - (one?.wakeAt?.getTime() ?? 0)).toBe(1);
});
