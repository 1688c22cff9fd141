// Going on after a pause: what was due comes as the plan says, and never all at once unless the plan says that.
import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { decisions, enrollments, messages, outbox } from '@/drizzle/schema';
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
import { saveDraft } from './save-draft';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKS = 14 * DAY;
const inMs = (ms: number) => new Date(now().getTime() + ms);

/** Paused for two weeks, in which a timer of somebody would have ended every twelve hours. */
async function pausedTwoWeeks() {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  unwrap(await publishJourney(actor, { id }));
  const waiting = Array.from({ length: 28 }, (_, index) => ({
    nodeId: 'nod_wait' as const,
    wakeAt: inMs((index + 0.5) * 12 * HOUR),
  }));
  await fillJourney(actor, id, waiting);
  unwrap(await pauseJourney(actor, { id }));
  advanceClock(WEEKS);
  return { actor, id, due: waiting.map(({ wakeAt }) => wakeAt) };
}

function look(actor: Actor) {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const found = await tx.select().from(enrollments).orderBy(asc(enrollments.wakeAt));
    const told = await tx.select().from(decisions);
    return {
      waiting: found.filter(({ status }) => status === 'waiting'),
      codes: Object.fromEntries(
        [...new Set(told.map(({ code }) => code))].map((code) => [
          code,
          told.filter((one) => one.code === code).length,
        ]),
      ),
      outbox: await tx.select().from(outbox).orderBy(asc(outbox.key)),
      sent: (await tx.select().from(messages)).filter(({ status }) => status !== 'refused').length,
    };
  });
}

async function work() {
  await drainEngine();
  await drainSender();
}

describe('resuming after two weeks', () => {
  it('sends no backlog unless the plan says so', async () => {
    const { actor, id, due } = await pausedTwoWeeks();
    unwrap(await resumeJourney(actor, { id }));
    await work();
    const { waiting, sent, codes } = await look(actor);
    expect(sent).toBe(0);
    expect(codes).toEqual({ 'wait-shifted': 28 });
    const late = waiting.map(({ wakeAt }, index) => (wakeAt?.getTime() ?? 0) - (due[index]?.getTime() ?? 0));
    for (const ms of late) expect(Math.abs(ms - WEEKS)).toBeLessThan(5_000);
  });

  it('skips what is too late, when told to, and sends the rest', async () => {
    const { actor, id } = await pausedTwoWeeks();
    unwrap(await resumeJourney(actor, { id, plan: { kind: 'skip' } }));
    await work();
    const { waiting, codes } = await look(actor);
    expect(waiting).toEqual([]);
    expect(codes).toMatchObject({ 'send-expired': 26, 'message-queued': 2 });
  });

  it('catches up over the hours it is given', async () => {
    const { actor, id } = await pausedTwoWeeks();
    unwrap(await resumeJourney(actor, { id, plan: { kind: 'spread', hours: 10 } }));
    await work();
    expect((await look(actor)).codes).toEqual({ 'wait-shifted': 28 });
    advanceClock(10 * HOUR);
    await drainEngine();
    const { waiting, codes } = await look(actor);
    expect(waiting).toEqual([]);
    expect(codes).toMatchObject({ 'message-queued': 28 });
    expect(codes).not.toHaveProperty('send-expired');
  });

  it.each<[ResumePlan, object]>([
    [{ kind: 'shift' }, { atOnce: 0, expired: 0, later: 26 }],
    [{ kind: 'skip' }, { atOnce: 2, expired: 26, later: 0 }],
    [
      { kind: 'spread', hours: 10 },
      { atOnce: 0, expired: 0, later: 0 },
    ],
  ])('is forecast: %j', async ({ kind }, expected) => {
    const { actor, id } = await pausedTwoWeeks();
    const { plans, ...preview } = unwrap(await previewResume(actor, { id, spreadHours: 10 }));
    expect(preview).toMatchObject({ due: 28, held: 0 });
    expect(plans[kind]).toMatchObject(expected);
    const total = plans[kind].perHour.reduce((sum, count) => sum + count, 0);
    expect(total + plans[kind].atOnce + plans[kind].expired + plans[kind].later).toBe(28);
  });
});

describe('sends that were held', () => {
  /** Three sends that were due when the journey was paused, two weeks ago. */
  async function heldSends() {
    const { actor } = await freshWorkspace();
    const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
    unwrap(await publishJourney(actor, { id }));
    await fillJourney(
      actor,
      id,
      Array.from({ length: 3 }, () => ({ nodeId: 'nod_wait' as const, wakeAt: now() })),
    );
    await drainEngine();
    unwrap(await pauseJourney(actor, { id }));
    await drainSender();
    advanceClock(WEEKS);
    return { actor, id };
  }

  it('come later by the length of the pause', async () => {
    const { actor, id } = await heldSends();
    const before = (await look(actor)).outbox;
    expect(unwrap(await previewResume(actor, { id, spreadHours: 1 }))).toMatchObject({
      held: 3,
      plans: { skip: { expired: 3 } },
    });
    unwrap(await resumeJourney(actor, { id }));
    const { outbox: after } = await look(actor);
    for (const [index, row] of after.entries()) {
      expect(Math.abs(row.dueAt.getTime() - (before[index]?.dueAt.getTime() ?? 0) - WEEKS)).toBeLessThan(
        5_000,
      );
      expect(row.payload.dueAt).toBe(row.dueAt.getTime());
    }
    advanceClock(5_000);
    await drainSender();
    const { codes, sent } = await look(actor);
    expect(codes).not.toHaveProperty('refused-expired');
    expect(sent).toBe(3);
  });

  it('are refused as expired when what is late is skipped', async () => {
    const { actor, id } = await heldSends();
    unwrap(await resumeJourney(actor, { id, plan: { kind: 'skip' } }));
    await drainSender();
    const { codes, sent } = await look(actor);
    expect(codes['refused-expired']).toBe(3);
    expect(sent).toBe(0);
  });

  it('are spread over hours when that is the plan', async () => {
    const { actor, id } = await heldSends();
    unwrap(await resumeJourney(actor, { id, plan: { kind: 'spread', hours: 24 } }));
    for (const row of (await look(actor)).outbox) {
      expect(row.dueAt.getTime()).toBeGreaterThan(now().getTime() - 5_000);
      expect(row.dueAt.getTime()).toBeLessThan(now().getTime() + 24 * HOUR);
      expect(row.payload.dueAt).toBe(row.dueAt.getTime());
    }
  });
});

it('follows the plan too when a paused journey is published', async () => {
  const { actor, id } = await pausedTwoWeeks();
  unwrap(await saveDraft(actor, { id, document: welcomeDrawing({ subject: 'New' }) }));
  unwrap(await publishJourney(actor, { id }));
  await work();
  expect((await look(actor)).codes).toEqual({ 'wait-shifted': 28 });
});

it('says nothing to forecast for a live journey, and nothing at all about a foreign one', async () => {
  const { actor, id } = await pausedTwoWeeks();
  unwrap(await resumeJourney(actor, { id }));
  expect(unwrap(await previewResume(actor, { id, spreadHours: 1 }))).toMatchObject({
    pausedAt: null,
    due: 0,
  });
  const { actor: stranger } = await freshWorkspace();
  expect(await previewResume(stranger, { id, spreadHours: 1 })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  });
});
