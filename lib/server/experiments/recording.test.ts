// Who is dealt an arm is written down when it is dealt, counts when the message is handed over, and for the holdout when it
// would have been; what changes an arm begins another phase.
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { experimentPhases, exposures, messages, suppressions } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { now } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { setStage } from '../delivery/testing/set-stage';
import { drainEngine } from '../engine/run-engine';
import { moveExposures } from '../ingest/move-exposures';
import { pairsOf } from '../ingest/pairs';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { findJourney } from '../journeys/find-journey';
import { publishJourney } from '../journeys/publish-journey';
import { saveDraft } from '../journeys/save-draft';
import { undoPublish } from '../journeys/undo-publish';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';

const scene = setStage();
const people = Array.from({ length: 40 }, (_, index) => `p${index}@shop.test`);

let id: `jrn_${string}`;
beforeEach(() => {
  id = 'jrn_none';
});

async function live(document: JourneyDocument): Promise<void> {
  const { actor } = scene.stage;
  ({ id } = unwrap(await createJourney(actor, { name: 'Test', document })));
  unwrap(await publishJourney(actor, { id }));
}

async function publish(document: JourneyDocument): Promise<void> {
  const { actor } = scene.stage;
  const { draftRevision } = unwrap(await findJourney(actor, { id }));
  unwrap(await saveDraft(actor, { id, document, draftRevision }));
  unwrap(await publishJourney(actor, { id }));
}

async function comeBy(emails: readonly string[], mark = 'one'): Promise<void> {
  const events = emails.flatMap((email) => [
    { userId: email, type: 'identify', messageId: `i-${mark}-${email}`, traits: { email } },
    { userId: email, type: 'track', event: 'Signed Up', messageId: `t-${mark}-${email}` },
  ]);
  await storeEvents(scene.stage.actor.workspaceId, 'test', events, now());
  await drainEngine();
}

const inShop = <Row>(query: ReturnType<typeof sql>) =>
  inWorkspace(scene.stage.actor.workspaceId, (tx) => rows<Row>(tx, query));

const byArm = () =>
  inShop<{ arm: string; phase: number; people: number; exposed: number; wouldSend: number }>(sql`
    select arm, phase, count(*) as people, count(exposed_at) as exposed, count(*) filter (where would_send) as "wouldSend"
    from exposures group by arm, phase order by phase, arm`);

it('counts people from the sending on', async () => {
  await live(experimentDrawing());
  await comeBy(people);
  const dealt = await byArm();
  expect(dealt.map(({ arm }) => arm)).toEqual(['a', 'b']);
  expect(dealt.reduce((sum, arm) => sum + arm.people, 0)).toBe(40);
  expect(dealt.every(({ exposed }) => exposed === 0)).toBe(true);
  await drainSender();
  expect((await byArm()).every(({ people: all, exposed }) => exposed === all)).toBe(true);
  await comeBy(people, 'again');
  expect(await byArm()).toEqual(await byArm());
  expect((await byArm()).reduce((sum, arm) => sum + arm.people, 0)).toBe(40);
});

it('counts from the split on where an arm waits', async () => {
  await live(experimentDrawing({ waitHours: 5 }));
  await comeBy(people);
  expect((await byArm()).every(({ people: all, exposed }) => exposed === all)).toBe(true);
});

it('judges whom it holds out like the others, and sends them nothing', async () => {
  const { workspaceId } = scene.stage.actor;
  await live(experimentDrawing({ holdoutPercent: 50 }));
  await inWorkspace(workspaceId, (tx) =>
    tx.insert(suppressions).values(
      people.slice(0, 20).map((address) => ({
        ...{ workspaceId, channel: 'email' as const, address, reason: 'hard-bounce', createdAt: now() },
      })),
    ),
  );
  await comeBy(people);
  await drainSender();
  const dealt = await byArm();
  const exposed = dealt.reduce((sum, arm) => sum + arm.exposed, 0);
  expect(exposed).toBe(20);
  const held = dealt.find(({ arm }) => arm === 'holdout');
  expect(held?.wouldSend).toBe(held?.exposed);
  expect(held?.people).toBeGreaterThan(held?.exposed ?? 0);
  const written = await inWorkspace(workspaceId, (tx) =>
    tx.select().from(messages).where(eq(messages.journeyId, id)),
  );
  expect(written.filter(({ status }) => status !== 'refused')).toHaveLength(20 - (held?.exposed ?? 0));
  const heldOut = await inShop<{ status: string }>(
    sql`select distinct status from outbox where payload ? 'isHeldOut' order by 1`,
  );
  expect(heldOut.map(({ status }) => status)).toEqual(['done', 'refused']);
});

it('begins another phase when an arm changes, and only then', async () => {
  const phases = () =>
    inWorkspace(scene.stage.actor.workspaceId, (tx) =>
      tx.select().from(experimentPhases).orderBy(experimentPhases.phase),
    );
  await live(experimentDrawing());
  await publish(experimentDrawing({ design: { hypothesis: 'Warm words sell' } }));
  expect((await phases()).map(({ phase, state }) => [phase, state])).toEqual([[1, 'running']]);
  await comeBy(people.slice(0, 5));
  await publish(experimentDrawing({ subject: 'Warmer words' }));
  await comeBy(people.slice(5, 10));
  expect((await phases()).map(({ phase, state }) => [phase, state])).toEqual([
    [1, 'ended'],
    [2, 'running'],
  ]);
  unwrap(await undoPublish(scene.stage.actor, { id }));
  expect((await phases()).map(({ phase, state }) => [phase, state])).toEqual([
    [1, 'running'],
    [2, 'ended'],
  ]);
  await publish(experimentDrawing({ subject: 'Warmest words' }));
  expect((await phases()).map(({ phase, state }) => [phase, state])).toEqual([
    [1, 'ended'],
    [2, 'ended'],
    [3, 'running'],
  ]);
  const counted = await byArm();
  expect(counted.filter(({ phase }) => phase === 1).reduce((sum, one) => sum + one.people, 0)).toBe(5);
  expect(counted.filter(({ phase }) => phase === 2).reduce((sum, one) => sum + one.people, 0)).toBe(5);
});

it('shows another workspace nothing', async () => {
  await live(experimentDrawing());
  await comeBy(people.slice(0, 5));
  const other = await freshWorkspace();
  expect(await inWorkspace(other.workspaceId, (tx) => tx.select().from(exposures))).toEqual([]);
});

it('counts whoever becomes part of somebody else from the first time either was dealt the arm', async () => {
  const { workspaceId } = scene.stage.actor;
  await live(experimentDrawing());
  await comeBy(people.slice(0, 2));
  const [winner, loser] = await inShop<{ id: Id<'cus'> }>(sql`
    select customer_id as id from exposures order by customer_id`);
  if (!winner || !loser) throw new Error('two people came by');
  await inShop(sql`
    update exposures set arm = 'a', period = case customer_id when ${winner.id} then 3 else 2 end`);
  await inWorkspace(workspaceId, (tx) =>
    moveExposures(tx, workspaceId, pairsOf([{ winner: winner.id, loser: loser.id }])),
  );
  expect(await inShop(sql`select customer_id as id, period from exposures`)).toEqual([
    { id: winner.id, period: 2 },
  ]);
});
