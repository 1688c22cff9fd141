// The last weeks of the demo shop, lived through by the product itself: at their beginning the owner makes segments and
// starts an experiment, then customers come by as history has it, and segments, letters and looks follow from that. Told
// again after a start that was killed, it goes on where it stopped.
import { and, eq, inArray, max, sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditLog, events } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../../actor';
import { audit } from '../../audit';
import { asSystem, inWorkspace, rows } from '../../db/transaction';
import { drainSender } from '../../delivery/drain-sender';
import { drainEngine } from '../../engine/run-engine';
import { secondLook } from '../journeys/second-look';
import { ownerOf } from '../owner-of';
import { publishDemoJourney } from '../publish-demo-journeys';
import { HOUR } from '../shop/calendar';
import { historyOf, SEED, type Shop } from '../shop/history';
import { agree } from './agree';
import { createDemoSegments } from './create-demo-segments';
import { type Happening, happen, SOURCE } from './happen';
import { readLetters } from './read-letters';
import { inSeededTime } from './seeded-time';
import { type Step, stepsBetween } from './step';

const STEP_MS = 24 * HOUR;

/** What seeding has noted: how large the shop is, and between which moments (ms) the story lies. */
const Story = z.object({ customers: z.number(), beganAt: z.number(), until: z.number() });
export type Story = z.infer<typeof Story>;

/** @param made the shop's whole history, where it has just been made */
export async function tellStory(workspaceId: Id<'wsp'>, made?: Shop): Promise<void> {
  const story = await findStory(workspaceId);
  if (!story) return;
  const shop = made ?? historyOf({ ...story, seed: SEED });
  const happenings = happeningsOf(shop, story.beganAt);
  const toldUntil = await lastReceived(workspaceId);
  await inSeededTime(async (moveTo) => {
    moveTo(story.beganAt);
    if (toldUntil < story.beganAt) await beginStory(workspaceId);
    for (const step of stepsBetween(story.beganAt, story.until, STEP_MS)) {
      if (step.to <= toldUntil) continue;
      moveTo(step.to);
      await liveThrough(workspaceId, shop, happenings, step);
    }
  });
  await inWorkspace(workspaceId, (tx) => audit(tx, demo(workspaceId), TOLD, workspaceId));
}

const TOLD = 'demo.told';
const demo = (workspaceId: Id<'wsp'>): Actor => ({ workspaceId, id: 'system', name: 'Demo', role: 'owner' });

/** While it is being told its workers have to wait: their clock is not the story's. */
export async function isStoryBeingTold(): Promise<boolean> {
  const [found] = await asSystem((tx) =>
    rows<{ isOpen: boolean }>(
      tx,
      sql`
        select exists (
          select from audit_log a
          where a.action = 'demo.seeded' and a.detail ->> 'beganAt' is not null and not exists (
            select from audit_log b where b.workspace_id = a.workspace_id and b.action = ${TOLD})) as "isOpen"`,
    ),
  );
  return found?.isOpen ?? false;
}

async function beginStory(workspaceId: Id<'wsp'>): Promise<void> {
  const owner = await ownerOf(workspaceId);
  await createDemoSegments(owner);
  await publishDemoJourney(owner, secondLook);
  await drainEngine();
}

async function liveThrough(
  workspaceId: Id<'wsp'>,
  { lives, catalogue }: Shop,
  happenings: readonly Happening[],
  step: Step,
): Promise<void> {
  const read = await readLetters(workspaceId, catalogue);
  await happen(workspaceId, [...happenings, ...read], step);
  await agree(workspaceId, lives, step);
  await drainEngine();
  await drainSender();
}

function happeningsOf({ lives }: Shop, from: number): Happening[] {
  return lives.flatMap(({ shopper, events: own }) =>
    own.flatMap((event, index) =>
      event.at >= from ? [{ messageId: `shop-${shopper.userId}-${index}`, event }] : [],
    ),
  );
}

/** Null where the shop was made without one, or it has been told. */
async function findStory(workspaceId: Id<'wsp'>): Promise<Story | null> {
  const noted = await inWorkspace(workspaceId, (tx) =>
    tx
      .select({ action: auditLog.action, detail: auditLog.detail })
      .from(auditLog)
      .where(and(eq(auditLog.workspaceId, workspaceId), inArray(auditLog.action, ['demo.seeded', TOLD]))),
  );
  if (noted.some(({ action }) => action === TOLD)) return null;
  return Story.safeParse(noted[0]?.detail).data ?? null;
}

async function lastReceived(workspaceId: Id<'wsp'>): Promise<number> {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    tx
      .select({ at: max(events.receivedAt) })
      .from(events)
      .where(and(eq(events.workspaceId, workspaceId), eq(events.source, SOURCE))),
  );
  return found?.at?.getTime() ?? 0;
}
