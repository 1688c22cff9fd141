// Publishing over people: what each choice does to them, that the preview said so, and that it can be taken back.
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { decisions, journeyMoveRows, journeyMoves } from '@/drizzle/schema';
import { JourneyDocument } from '@/lib/core/journey/document';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import {
  ago,
  atDaySix,
  atWait,
  codes,
  DAY,
  HOUR,
  inside,
  plan,
  publishAsPreviewed,
  waitingDays,
  withoutWait,
} from '../testing/planned-publish';
import { unwrap } from '../testing/unwrap';
import { findJourney } from './find-journey';
import { previewPublish } from './preview-publish';
import { publishJourney } from './publish-journey';

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
