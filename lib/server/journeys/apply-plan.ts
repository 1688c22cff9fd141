// Carries out a publish plan in the transaction of the publish, and notes what is needed to undo it.
import { and, eq, sql } from 'drizzle-orm';
import { journeyMoves } from '@/drizzle/schema';
import type { Program } from '@/lib/core/engine/program';
import { planMoves } from '@/lib/core/journey/plan-moves';
import type { PublishPlan } from '@/lib/core/journey/publish-plan';
import { emptyTally, type MoveCounts, tallyMoves } from '@/lib/core/journey/tally-moves';
import type { Actor } from '../actor';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { newId } from '../new-id';
import { eachInside, programsInside } from './each-inside';
import type { LockedJourney } from './lock-journey';
import { storedJson } from './stored-json';
import { writeMoves } from './write-moves';

interface Published {
  readonly version: number;
  readonly program: Program;
  readonly plan: PublishPlan;
}

/** The caller holds all lanes and the journey; the version is stored. `journey` is as it was before the publish. */
export async function applyPlan(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  { version, program, plan }: Published,
): Promise<MoveCounts> {
  const at = now();
  const { workspaceId, id: journeyId, liveVersion: fromVersion } = journey;
  const id = newId('mov');
  const key = { workspaceId, id };
  const facts = { journeyId, toVersion: version, by: `${actor.name} (${actor.id})`, at };
  await tx
    .insert(journeyMoves)
    .values({ ...key, ...facts, plan: storedJson({ ...plan, fromVersion }), counts: {} });
  let tally = { ...emptyTally, counts: { ...emptyTally.counts } };
  if (plan.nodes.length === 0 && plan.others === 'stay') {
    tally.counts.stayed = await countInside(tx, journey);
  } else {
    const next = {
      version,
      program,
      before: await programsInside(tx, journey),
      timeZone: await zone(tx, journey),
    };
    await eachInside(tx, journey, async (insides) => {
      const moves = planMoves(insides, plan, next, at.getTime());
      tally = tallyMoves(tally, moves);
      await writeMoves(tx, journey, id, moves, at);
    });
  }
  await tx
    .update(journeyMoves)
    .set({ counts: storedJson(tally.counts) })
    .where(and(eq(journeyMoves.workspaceId, workspaceId), eq(journeyMoves.id, id)));
  return tally.counts;
}

async function countInside(tx: Tx, { workspaceId, id }: LockedJourney): Promise<number> {
  const [found] = await rows<{ people: number }>(
    tx,
    sql`select count(*) as people from enrollments
      where workspace_id = ${workspaceId} and journey_id = ${id} and status = 'waiting'`,
  );
  return found?.people ?? 0;
}

/** The workspace's time zone, for waits that go by local time. */
export async function zone(tx: Tx, { workspaceId }: Pick<LockedJourney, 'workspaceId'>): Promise<string> {
  const [found] = await rows<{ zone: string }>(
    tx,
    sql`select time_zone as zone from workspaces where workspace_id = ${workspaceId}`,
  );
  return found?.zone ?? 'UTC';
}
