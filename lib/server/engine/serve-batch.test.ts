// The engine over a real database: what the pure core decides is stored once, whatever breaks in between.
import { asc, sql } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decisions, enrollments, nodeCounts, outbox, parkedEvents } from '@/drizzle/schema';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { plantFaults } from '../fault';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { publishJourney } from '../journeys/publish-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { drainEngine } from './run-engine';
import { serveBatch } from './serve-batch';

const HOUR = 3_600_000;

// The engine is total as far as anybody knows; this stands for the defect that nobody knows yet.
vi.mock('@/lib/core/engine/apply-batch', async (original) => {
  const { applyBatch } = await original<typeof import('@/lib/core/engine/apply-batch')>();
  return {
    applyBatch: (batch: Parameters<typeof applyBatch>[0]) => {
      if (batch.events.some((event) => event.name === 'Poison')) throw new Error('a defect');
      return applyBatch(batch);
    },
  };
});

afterEach(() => plantFaults(undefined));

async function welcome(actor: Actor, drawing = welcomeDrawing()) {
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: drawing }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

async function signUp(actor: Actor, people: number, label = 'person') {
  const events = Array.from({ length: people }, (_, index) => ({
    type: 'track',
    event: 'Signed Up',
    messageId: `${label}-${index}`,
    userId: `${label}-${index}`,
  }));
  const stored = await storeEvents(actor.workspaceId, 'test', events, now());
  expect(stored.accepted).toBe(people);
}

function state(actor: Actor) {
  return inWorkspace(actor.workspaceId, async (tx) => ({
    enrollments: await tx.select().from(enrollments).orderBy(asc(enrollments.id)),
    decisions: await tx.select().from(decisions).orderBy(asc(decisions.seq)),
    outbox: await tx.select().from(outbox).orderBy(asc(outbox.key)),
    passed: await tx
      .select({ node: nodeCounts.nodeId, passed: sql<number>`sum(passed)::int` })
      .from(nodeCounts)
      .groupBy(nodeCounts.nodeId),
  }));
}

describe('serveBatch', () => {
  it('enrolls at once, waits, and commands the send when the hour is over', async () => {
    const { actor } = await freshWorkspace();
    await welcome(actor);
    await signUp(actor, 1);
    await drainEngine();
    const waiting = await state(actor);
    expect(waiting.enrollments).toMatchObject([{ status: 'waiting', nodeId: 'nod_wait' }]);
    expect(waiting.outbox).toEqual([]);
    advanceClock(HOUR);
    await drainEngine();
    const sent = await state(actor);
    expect(sent.enrollments).toMatchObject([{ status: 'ended', endReason: 'path-ended' }]);
    expect(sent.outbox).toMatchObject([{ type: 'send-email', status: 'queued' }]);
    expect(sent.decisions.map((decision) => decision.code)).toEqual(
      expect.arrayContaining(['entered', 'delay-started', 'delay-over', 'message-queued', 'path-ended']),
    );
    expect(sent.passed).toEqual(expect.arrayContaining([{ node: 'nod_start', passed: 1 }]));
  });

  it('never fires early', async () => {
    const { actor } = await freshWorkspace();
    await welcome(actor);
    await signUp(actor, 1);
    await drainEngine();
    advanceClock(HOUR - 5_000);
    await drainEngine();
    expect((await state(actor)).enrollments).toMatchObject([{ status: 'waiting' }]);
  });

  it('writes the traits of an identify to the customer, in order', async () => {
    const { actor } = await freshWorkspace();
    const identify = (messageId: string, traits: object) => ({
      type: 'identify',
      messageId,
      userId: 'ada',
      traits,
    });
    await storeEvents(
      actor.workspaceId,
      'test',
      [identify('1', { plan: 'free', city: 'Turin' }), identify('2', { plan: 'pro' })] as never,
      now(),
    );
    await drainEngine();
    const rows = await inWorkspace(actor.workspaceId, (tx) => tx.query.customers.findMany());
    expect(rows.map((row) => row.attributes)).toEqual([{ plan: 'pro', city: 'Turin' }]);
  });

  it('lets people already inside stand still while the journey is paused', async () => {
    const { actor } = await freshWorkspace();
    const id = await welcome(actor);
    await signUp(actor, 1);
    await drainEngine();
    unwrap(await pauseJourney(actor, { id }));
    advanceClock(2 * HOUR);
    await drainEngine();
    expect((await state(actor)).enrollments).toMatchObject([{ status: 'waiting', nodeId: 'nod_wait' }]);
    unwrap(await resumeJourney(actor, { id, plan: { kind: 'skip' } }));
    await drainEngine();
    expect((await state(actor)).enrollments).toMatchObject([{ status: 'ended' }]);
  });

  it('spreads customers over lanes and leaves no event behind', async () => {
    const { actor } = await freshWorkspace();
    await welcome(actor);
    await signUp(actor, 300);
    await drainEngine();
    const { enrollments: found } = await state(actor);
    expect(found).toHaveLength(300);
    expect(new Set(found.map((row) => row.lane)).size).toBe(16);
  });

  it('does everything once when several workers work at the same time', async () => {
    const { actor } = await freshWorkspace();
    await welcome(actor, welcomeDrawing({ reentry: 'once' }));
    await signUp(actor, 200);
    await Promise.all(Array.from({ length: 4 }, drainEngine));
    const found = await state(actor);
    expect(found.enrollments).toHaveLength(200);
    expect(found.passed).toEqual(expect.arrayContaining([{ node: 'nod_start', passed: 200 }]));
  });
});

describe('a crash between any two statements', () => {
  const points = [
    'rules',
    'claim',
    'events',
    'due',
    'open',
    'customers',
    'entered',
    'attributes',
    'moment-seqs',
    'beginnings',
    'outbox',
    'counts',
    'cursors',
    'commit',
  ];

  it.each(points.flatMap((point) => [[point, 'before'] as const, [point, 'after'] as const]))(
    'at engine.%s, %s it: nothing is done twice and nothing is lost',
    async (point, side) => {
      const { actor } = await freshWorkspace();
      await welcome(actor, sendAtOnce());
      await signUp(actor, 3);
      let isCrashed = false;
      plantFaults((name) => {
        if (name !== `engine.${point}` || isCrashed) return undefined;
        const crash = () => {
          isCrashed = true;
          throw new Error('crash');
        };
        return side === 'before' ? { before: crash } : { after: crash };
      });
      await serveBatch().catch(() => false);
      expect(isCrashed).toBe(true);
      await drainEngine();
      const found = await state(actor);
      expect(found.enrollments).toHaveLength(3);
      expect(found.outbox).toHaveLength(3);
      expect(found.decisions.filter((decision) => decision.code === 'entered')).toHaveLength(3);
      expect(found.passed).toEqual(expect.arrayContaining([{ node: 'nod_start', passed: 3 }]));
    },
  );
});

describe('a poison event', () => {
  it('is put aside with its reason, and its neighbours go on', async () => {
    const { actor } = await freshWorkspace();
    await welcome(actor);
    await signUp(actor, 2, 'before');
    const poison = { type: 'track', event: 'Poison', messageId: 'poison', userId: 'before-0' };
    await storeEvents(actor.workspaceId, 'test', [poison], now());
    await signUp(actor, 2, 'after');
    await drainEngine();
    const parked = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(parkedEvents));
    expect(parked).toMatchObject([{ error: 'Error: a defect' }]);
    expect((await state(actor)).enrollments).toHaveLength(4);
  });
});

function sendAtOnce() {
  const drawing = welcomeDrawing();
  return {
    ...drawing,
    nodes: drawing.nodes.filter((node) => node.id !== 'nod_wait'),
    edges: [{ from: 'nod_start' as const, exit: 'next', to: 'nod_mail' as const }],
  };
}
