// Publishing over people: what each choice does to them, that the preview said so, and that it can be taken back.
import { asc, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog, decisions, enrollments, journeyMoveRows, journeyMoves } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import { PublishPlan } from '@/lib/core/journey/publish-plan';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { welcomeDrawing } from '../testing/drawings';
import { fillJourney } from '../testing/fill-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { archiveJourney } from './archive-journey';
import { createJourney } from './create-journey';
import { findJourney } from './find-journey';
import { listVersions } from './list-versions';
import { pauseJourney } from './pause-journey';
import { previewPublish } from './preview-publish';
import { publishJourney } from './publish-journey';
import { saveDraft } from './save-draft';
import { undoPublish } from './undo-publish';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(now().getTime() - ms);

/** The welcome journey with a wait of so many days. */
function waitingDays(days: number): JourneyDocument {
  const drawing = welcomeDrawing();
  const nodes = drawing.nodes.map((node) =>
    node.id === 'nod_wait' ? { ...node, data: { amount: days, unit: 'days' } } : node,
  );
  return JourneyDocument.parse({ ...drawing, nodes });
}

function withoutWait(): JourneyDocument {
  const { nodes, ...drawing } = welcomeDrawing();
  return {
    ...drawing,
    nodes: nodes.filter(({ id }) => id !== 'nod_wait'),
    edges: [{ from: 'nod_start', exit: 'next', to: 'nod_mail' }],
  };
}

/** Version 1 with a wait of seven days and people at day six of it; the draft is what is published next. */
async function atDaySix(draft: JourneyDocument, people = 3) {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: waitingDays(7) }));
  unwrap(await publishJourney(actor, { id }));
  const since = ago(6 * DAY);
  const wakeAt = new Date(since.getTime() + 7 * DAY);
  const waiting = { nodeId: 'nod_wait' as const, arrivedAt: since, wakeAt };
  const ids = await fillJourney(
    actor,
    id,
    Array.from({ length: people }, () => waiting),
  );
  unwrap(await saveDraft(actor, { id, document: draft }));
  return { actor, id, ids, since, wakeAt };
}

function inside(actor: Actor) {
  return inWorkspace(actor.workspaceId, (tx) => tx.select().from(enrollments).orderBy(asc(enrollments.id)));
}

function codes(actor: Actor) {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const found = await tx.select({ code: decisions.code }).from(decisions);
    return [...new Set(found.map(({ code }) => code))];
  });
}

const plan = (...nodes: object[]) => PublishPlan.parse({ nodes });
const atWait = (choice: object) => plan({ nodeId: 'nod_wait', ...choice });

/** Publishes, and holds what came of it against what the preview had said. */
async function publishAsPreviewed(actor: Actor, id: Id<'jrn'>, by: PublishPlan) {
  const preview = unwrap(await previewPublish(actor, { id, plan: by }));
  unwrap(await publishJourney(actor, { id, plan: by, note: 'Shorter' }));
  const [move] = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(journeyMoves));
  expect(move?.counts).toEqual(preview.counts);
  return preview;
}

describe('a delay shortened from seven to five days, with people at day six', () => {
  it('keeps them on the old version by default', async () => {
    const { actor, id, wakeAt } = await atDaySix(waitingDays(5));
    unwrap(await publishJourney(actor, { id }));
    for (const row of await inside(actor)) expect(row).toMatchObject({ version: 1, wakeAt });
    expect(await codes(actor)).toEqual([]);
  });

  it('says in the preview who is where and what may be chosen', async () => {
    const { actor, id } = await atDaySix(waitingDays(5));
    expect(unwrap(await previewPublish(actor, { id }))).toEqual({
      fromVersion: 1,
      people: 3,
      nodes: [
        {
          nodeId: 'nod_wait',
          step: 'changed',
          type: 'delay',
          name: '',
          versions: [1],
          people: 3,
          canRetime: true,
          counts: { stayed: 3, moved: 0, retimed: 0, exited: 0, atOnce: 0 },
        },
      ],
      counts: { stayed: 3, moved: 0, retimed: 0, exited: 0, atOnce: 0 },
    });
  });

  it('moves them with their due time', async () => {
    const { actor, id, wakeAt } = await atDaySix(waitingDays(5));
    await publishAsPreviewed(actor, id, atWait({ choice: 'move' }));
    for (const row of await inside(actor))
      expect(row).toMatchObject({ version: 2, nodeId: 'nod_wait', wakeAt, visits: 2, status: 'waiting' });
    expect(await codes(actor)).toEqual(['moved-to-version']);
    await drainEngine();
    expect(await inside(actor)).toMatchObject(Array(3).fill({ status: 'waiting' }));
  });

  it('lets them go on at once when they are re-timed', async () => {
    const { actor, id } = await atDaySix(waitingDays(5));
    const preview = await publishAsPreviewed(actor, id, atWait({ choice: 're-time' }));
    expect(preview.counts).toEqual({ stayed: 0, moved: 0, retimed: 3, exited: 0, atOnce: 3 });
    await drainEngine();
    expect(await inside(actor)).toMatchObject(
      Array(3).fill({ version: 2, status: 'ended', endReason: 'path-ended' }),
    );
  });

  it('spreads them when the plan says so', async () => {
    const { actor, id } = await atDaySix(waitingDays(5));
    await publishAsPreviewed(actor, id, atWait({ choice: 're-time', spreadHours: 48 }));
    await drainEngine();
    for (const row of await inside(actor)) {
      expect(row.status).toBe('waiting');
      expect(row.wakeAt?.getTime()).toBeLessThanOrEqual(now().getTime() + 48 * HOUR);
    }
  });

  it('waits on from when they came where the new wait is longer', async () => {
    const { actor, id, since } = await atDaySix(waitingDays(9));
    await publishAsPreviewed(actor, id, atWait({ choice: 're-time' }));
    const until = new Date(since.getTime() + 9 * DAY);
    for (const row of await inside(actor)) expect(row).toMatchObject({ version: 2, wakeAt: until });
    expect(await codes(actor)).toEqual(['re-timed']);
  });

  it('lets them leave with a reason', async () => {
    const { actor, id } = await atDaySix(waitingDays(5));
    const preview = await publishAsPreviewed(actor, id, atWait({ choice: 'exit' }));
    expect(preview.counts.exited).toBe(3);
    expect(await inside(actor)).toMatchObject(
      Array(3).fill({ status: 'ended', endReason: 'exited-by-plan', wakeAt: null }),
    );
    expect(await codes(actor)).toEqual(['exited-by-plan']);
  });
});

describe('an occupied wait that is deleted', () => {
  it('holds its people on the old version, and says so before', async () => {
    const { actor, id } = await atDaySix(withoutWait());
    const preview = await publishAsPreviewed(actor, id, plan());
    expect(preview.nodes).toMatchObject([
      { nodeId: 'nod_wait', step: 'removed', type: 'delay', people: 3, canRetime: false },
    ]);
    expect(await inside(actor)).toMatchObject(
      Array(3).fill({ version: 1, nodeId: 'nod_wait', status: 'waiting' }),
    );
  });

  it('maps them to another step, which they go through', async () => {
    const { actor, id } = await atDaySix(withoutWait());
    await publishAsPreviewed(actor, id, atWait({ choice: 'move', to: 'nod_mail' }));
    await drainEngine();
    expect(await inside(actor)).toMatchObject(
      Array(3).fill({ version: 2, status: 'ended', endReason: 'path-ended' }),
    );
    expect((await codes(actor)).sort()).toEqual(['message-queued', 'moved-to-version', 'path-ended']);
  });

  it('refuses a plan that leads nowhere, and changes nothing', async () => {
    const { actor, id } = await atDaySix(withoutWait());
    for (const [choice, code] of [
      [{ choice: 'move' }, 'plan-target-missing'],
      [{ choice: 'move', to: 'nod_start' }, 'plan-target-missing'],
      [{ choice: 're-time' }, 'plan-cannot-retime'],
    ] as const) {
      const refused = { ok: false, refusal: { code } };
      expect(await previewPublish(actor, { id, plan: atWait(choice) })).toMatchObject(refused);
      expect(await publishJourney(actor, { id, plan: atWait(choice) })).toMatchObject(refused);
    }
    expect(unwrap(await findJourney(actor, { id })).liveVersion).toBe(1);
  });
});

describe('people whose step is the same', () => {
  it('move along with a plan, and keep waiting as before', async () => {
    const { actor, id, wakeAt } = await atDaySix(
      JourneyDocument.parse({ ...waitingDays(7), settings: { reentry: 'once' } }),
    );
    const preview = await publishAsPreviewed(actor, id, plan());
    expect(preview).toMatchObject({ people: 3, nodes: [{ step: 'same', people: 3 }], counts: { moved: 3 } });
    expect(await inside(actor)).toMatchObject(Array(3).fill({ version: 2, wakeAt, visits: 2 }));
  });
});

describe('undoPublish', () => {
  it.each(['move', 're-time', 'exit'])('puts back whom the plan touched by %s', async (choice) => {
    const { actor, id, wakeAt } = await atDaySix(waitingDays(5));
    const before = await inside(actor);
    unwrap(await publishJourney(actor, { id, plan: atWait({ choice }) }));
    expect(unwrap(await undoPublish(actor, { id }))).toMatchObject({
      state: 'live',
      version: 1,
      restored: 3,
      left: 0,
    });
    expect(await inside(actor)).toEqual(before);
    expect(before[0]).toMatchObject({ version: 1, wakeAt });
    expect(await codes(actor)).toContain('move-undone');
    expect(unwrap(await findJourney(actor, { id }))).toMatchObject({
      liveVersion: 1,
      hasUnpublishedChanges: true,
    });
  });

  it('leaves alone whoever has moved since, and says how many', async () => {
    const { actor, id, ids } = await atDaySix(waitingDays(5));
    unwrap(await publishJourney(actor, { id, plan: atWait({ choice: 're-time', spreadHours: 500 }) }));
    const [first = 'enr_none', second = 'enr_none'] = ids;
    await inWorkspace(actor.workspaceId, (tx) =>
      tx
        .update(enrollments)
        .set({ wakeAt: ago(1) })
        .where(eq(enrollments.id, first)),
    );
    await drainEngine();
    const later = new Date(now().getTime() + 900 * HOUR);
    await inWorkspace(actor.workspaceId, (tx) =>
      tx.update(enrollments).set({ wakeAt: later }).where(eq(enrollments.id, second)),
    );
    expect(unwrap(await undoPublish(actor, { id }))).toMatchObject({ restored: 1, left: 2 });
    expect((await inside(actor)).find((row) => row.id === first)).toMatchObject({
      version: 2,
      status: 'ended',
    });
  });

  it('does not put back who left by the plan and is inside again', async () => {
    const { actor, id, ids } = await atDaySix(waitingDays(5), 1);
    unwrap(await publishJourney(actor, { id, plan: atWait({ choice: 'exit' }) }));
    await inWorkspace(actor.workspaceId, (tx) =>
      tx.execute(sql`
        insert into enrollments (workspace_id, id, journey_id, version, customer_id, lane, key, status, node_id, visits,
          trigger, entered_at, arrived_at)
        select workspace_id, 'enr_again', journey_id, 2, customer_id, lane, key, 'waiting', node_id, 2, trigger,
          entered_at, arrived_at from enrollments where id = ${ids[0]}`),
    );
    expect(unwrap(await undoPublish(actor, { id }))).toMatchObject({ restored: 0, left: 1 });
  });

  it('is there for an hour, for the last publish, once', async () => {
    const { actor, id } = await atDaySix(waitingDays(5));
    unwrap(await publishJourney(actor, { id }));
    expect(unwrap(await listVersions(actor, { id, limit: 9 })).data[0]?.undoUntil).not.toBeNull();
    const refused = { ok: false, refusal: { code: 'nothing-to-undo' } };
    advanceClock(HOUR + 1000);
    expect(await undoPublish(actor, { id })).toMatchObject(refused);
    expect(unwrap(await listVersions(actor, { id, limit: 9 })).data[0]?.undoUntil).toBeNull();
    advanceClock(-HOUR);
    unwrap(await undoPublish(actor, { id }));
    expect(await undoPublish(actor, { id })).toMatchObject(refused);
    expect(unwrap(await publishJourney(actor, { id })).version).toBe(3);
  });

  it('keeps a paused journey paused, and refuses an archived and a foreign one', async () => {
    const { actor, id } = await atDaySix(waitingDays(5));
    unwrap(await publishJourney(actor, { id }));
    unwrap(await pauseJourney(actor, { id }));
    expect(unwrap(await undoPublish(actor, { id }))).toMatchObject({ state: 'paused', version: 1 });
    const { actor: stranger } = await freshWorkspace();
    for (const verb of [undoPublish, previewPublish]) {
      expect(await verb(stranger, { id })).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    }
    unwrap(await archiveJourney(actor, { id }));
    for (const verb of [undoPublish, previewPublish]) {
      expect(await verb(actor, { id })).toMatchObject({ ok: false, refusal: { code: 'journey-archived' } });
    }
  });

  it('writes what was done into the audit log', async () => {
    const { actor, id } = await atDaySix(waitingDays(5));
    unwrap(await publishJourney(actor, { id, plan: atWait({ choice: 'exit' }) }));
    unwrap(await undoPublish(actor, { id }));
    const trail = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(auditLog));
    const detail = (action: string) => trail.filter((row) => row.action === action).at(-1)?.detail;
    expect(detail('journey.publish-undone')).toEqual({ from: 2, to: 1, restored: 3, left: 0 });
    expect(trail.map((row) => row.detail)).toContainEqual(
      expect.objectContaining({ version: 2, moves: expect.objectContaining({ exited: 3 }) }),
    );
  });
});

describe('a publish while workers run', () => {
  it('loses nobody, does everybody once, and counts whom it found', async () => {
    const people = 2_500;
    const { actor, id } = await atDaySix(waitingDays(5), people);
    await inWorkspace(actor.workspaceId, (tx) =>
      tx.execute(sql`update enrollments set wake_at = ${ago(1)} where abs(hashtext(id)) % 3 = 0`),
    );
    const workers = Array.from({ length: 2 }, () => drainEngine());
    const by = atWait({ choice: 're-time' });
    await Promise.all([...workers, publishJourney(actor, { id, plan: by }).then(unwrap)]);
    await drainEngine();
    const found = await inside(actor);
    expect(found).toHaveLength(people);
    for (const row of found) expect(row).toMatchObject({ status: 'ended', endReason: 'path-ended' });
    const [moves, rows, mails] = await inWorkspace(actor.workspaceId, async (tx) => [
      await tx.select().from(journeyMoves),
      await tx.select().from(journeyMoveRows),
      await tx.select().from(decisions).where(eq(decisions.code, 'message-queued')),
    ]);
    expect(mails).toHaveLength(people);
    expect(rows).toHaveLength(Number(moves[0]?.counts.retimed));
    expect(found.filter((row) => row.version === 2)).toHaveLength(rows.length);
  });
});
