// What the preview of a resume says is what happens: for any people inside and any plan, and never a flood.
import { asc } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditLog, decisions, enrollments, outbox } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { ResumePlan } from '@/lib/core/journey/resume-plan';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { drainEngine } from '../engine/run-engine';
import { welcomeDrawing } from '../testing/drawings';
import { fillJourney } from '../testing/fill-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { createJourney } from './create-journey';
import { pauseJourney } from './pause-journey';
import { previewResume } from './preview-resume';
import { publishJourney } from './publish-journey';
import { resumeJourney } from './resume-journey';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** People who came an hour before their wait ends. */
async function fill(actor: Actor, id: Id<'jrn'>, hours: readonly number[]): Promise<void> {
  const waiting = hours.map((hour) => {
    const wakeAt = new Date(now().getTime() + hour * HOUR);
    return { nodeId: 'nod_wait' as const, wakeAt, arrivedAt: new Date(wakeAt.getTime() - HOUR) };
  });
  for (let start = 0; start < waiting.length; start += 500) {
    await fillJourney(actor, id, waiting.slice(start, start + 500));
  }
}

/** Paused with sends in the outbox and people waiting; then hours pass. */
async function paused(held: number, waits: readonly number[], hours: number) {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  unwrap(await publishJourney(actor, { id }));
  await fill(
    actor,
    id,
    Array.from({ length: held }, () => 0),
  );
  await drainEngine();
  unwrap(await pauseJourney(actor, { id }));
  await fill(actor, id, waits);
  await drainSender();
  advanceClock(hours * HOUR);
  return { actor, id };
}

function look({ workspaceId }: Actor) {
  return inWorkspace(workspaceId, async (tx) => ({
    inside: await tx.select().from(enrollments).orderBy(asc(enrollments.id)),
    queued: await tx.select().from(outbox).orderBy(asc(outbox.id)),
    told: await tx.select().from(decisions),
    audit: await tx.select().from(auditLog),
  }));
}

type Seen = Awaited<ReturnType<typeof look>>;

const codesOf = ({ told }: Seen) => told.map(({ code }) => code);

const planned = ({ audit }: Seen) => audit.find(({ action }) => action === 'journey.resume-planned');

/** The moment from which everything was given its new time. */
function resumedAt(seen: Seen): number {
  const shifted = seen.told.find(({ code }) => code === 'wait-shifted');
  return (shifted ?? planned(seen))?.at.getTime() ?? 0;
}

/** When everything that waits is due, ms. */
function dueTimes({ inside, queued }: Seen): Map<string, number> {
  const waits = inside.flatMap(({ id, status, wakeAt }) =>
    status === 'waiting' && wakeAt ? [[id, wakeAt.getTime()] as const] : [],
  );
  const sends = queued.flatMap(({ id, status, dueAt }) =>
    status === 'queued' ? [[id, dueAt.getTime()] as const] : [],
  );
  return new Map([...waits, ...sends]);
}

function perHour(times: Iterable<number>, from: number, hours = 24): number[] {
  const counts = Array.from({ length: hours }, () => 0);
  for (const time of times) {
    const hour = Math.floor((time - from) / HOUR);
    if (time > from && hour < hours) counts[hour] = (counts[hour] ?? 0) + 1;
  }
  return counts;
}

// Half hours, so that no look at the ticking clock falls on one of them.
const halfHour = fc.integer({ min: -400, max: 400 }).map((hour) => hour + 0.5);
const plan: fc.Arbitrary<ResumePlan> = fc.oneof(
  fc.constant({ kind: 'shift' as const }),
  fc.constant({ kind: 'skip' as const }),
  fc.record({ kind: fc.constant('spread' as const), hours: fc.integer({ min: 1, max: 60 }) }),
);
const scene = fc.record({
  held: fc.nat(3),
  waits: fc.array(halfHour, { maxLength: 12 }),
  hours: fc.integer({ min: 1, max: 400 }),
  plan,
});

it('the preview’s counts are what the plan does, and what the log says', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ held, waits, hours, plan: by }) => {
      const { actor, id } = await paused(held, waits, hours);
      const spreadHours = by.kind === 'spread' ? by.hours : 24;
      const { plans, ...standing } = unwrap(await previewResume(actor, { id, spreadHours }));
      expect(standing.held).toBe(held);
      const before = dueTimes(await look(actor));
      unwrap(await resumeJourney(actor, { id, plan: by }));
      const resumed = await look(actor);
      const after = dueTimes(resumed);
      const at = resumedAt(resumed);
      const forecast = plans[by.kind];
      const times = [...after.values()];
      expect(forecast.perHour).toEqual(perHour(times, at));
      expect(forecast.later).toBe(times.filter((time) => time >= at + 24 * HOUR).length);
      expect(forecast.atOnce + forecast.expired).toBe(times.filter((time) => time <= at).length);
      const changed = [...after].filter(([key, time]) => before.get(key) !== time).length;
      const log = planned(resumed);
      expect(Number(log?.detail.timers) + Number(log?.detail.sends)).toBe(changed);
      await drainEngine();
      await drainSender();
      const codes = codesOf(await look(actor));
      const dropped = codes.filter((code) => code === 'send-expired' || code === 'refused-expired').length;
      expect(dropped).toBe(forecast.expired);
    }),
    { numRuns: 25 },
  );
});

it('ten thousand who waited too long never come all at once', { timeout: 240_000 }, async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => -index / 100);
  const { actor, id } = await paused(0, many, 14 * 24);
  const { plans } = unwrap(await previewResume(actor, { id, spreadHours: 10 }));
  expect(plans.spread).toMatchObject({ atOnce: 0, expired: 0, later: 0 });
  unwrap(await resumeJourney(actor, { id, plan: { kind: 'spread', hours: 10 } }));
  const resumed = await look(actor);
  const at = resumedAt(resumed);
  const times = [...dueTimes(resumed).values()];
  expect(plans.spread.perHour).toEqual(perHour(times, at));
  for (const count of plans.spread.perHour.slice(0, 10)) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  // On average 17 a minute; by chance alone three times as many in one of 600 minutes does not happen.
  const perMinute = new Map<number, number>();
  for (const time of times) {
    const minute = Math.floor((time - at) / MINUTE);
    perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
  }
  expect(Math.max(...perMinute.values())).toBeLessThan(50);
  advanceClock(HOUR);
  await drainEngine();
  const codes = codesOf(await look(actor));
  const [first = 0] = plans.spread.perHour;
  const sent = codes.filter((code) => code === 'message-queued').length;
  expect(sent).toBeGreaterThanOrEqual(first);
  // The clock ticks on while they are worked: a minute's worth at most.
  expect(sent).toBeLessThan(first + 100);
});
