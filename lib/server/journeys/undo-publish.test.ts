// Taking a publish back: everybody where they were, as far as they still are.
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog, enrollments } from '@/drizzle/schema';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { freshWorkspace } from '../testing/fresh-workspace';
import { ago, atDaySix, atWait, codes, HOUR, inside, waitingDays } from '../testing/planned-publish';
import { unwrap } from '../testing/unwrap';
import { archiveJourney } from './archive-journey';
import { findJourney } from './find-journey';
import { listVersions } from './list-versions';
import { pauseJourney } from './pause-journey';
import { previewPublish } from './preview-publish';
import { publishJourney } from './publish-journey';
import { undoPublish } from './undo-publish';

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
