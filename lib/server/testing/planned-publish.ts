// A journey whose wait holds people, for tests of what publishing does with them.
import { asc } from 'drizzle-orm';
import { expect } from 'vitest';
import { decisions, enrollments, journeyMoves } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import { PublishPlan } from '@/lib/core/journey/publish-plan';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { previewPublish } from '../journeys/preview-publish';
import { publishJourney } from '../journeys/publish-journey';
import { saveDraft } from '../journeys/save-draft';
import { welcomeDrawing } from './drawings';
import { fillJourney } from './fill-journey';
import { freshWorkspace } from './fresh-workspace';
import { unwrap } from './unwrap';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ago = (ms: number) => new Date(now().getTime() - ms);

/** The welcome journey with a wait of so many days. */
export function waitingDays(days: number): JourneyDocument {
  const drawing = welcomeDrawing();
  const nodes = drawing.nodes.map((node) =>
    node.id === 'nod_wait' ? { ...node, data: { amount: days, unit: 'days' } } : node,
  );
  return JourneyDocument.parse({ ...drawing, nodes });
}

export function withoutWait(): JourneyDocument {
  const { nodes, ...drawing } = welcomeDrawing();
  return {
    ...drawing,
    nodes: nodes.filter(({ id }) => id !== 'nod_wait'),
    edges: [{ from: 'nod_start', exit: 'next', to: 'nod_mail' }],
  };
}

/** Version 1 with a wait of seven days and people at day six of it; the draft is what is published next. */
export async function atDaySix(draft: JourneyDocument, people = 3) {
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

export function inside(actor: Actor) {
  return inWorkspace(actor.workspaceId, (tx) => tx.select().from(enrollments).orderBy(asc(enrollments.id)));
}

export function codes(actor: Actor) {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const found = await tx.select({ code: decisions.code }).from(decisions);
    return [...new Set(found.map(({ code }) => code))];
  });
}

export const plan = (...nodes: object[]) => PublishPlan.parse({ nodes });
export const atWait = (choice: object) => plan({ nodeId: 'nod_wait', ...choice });

/** Publishes, and holds what came of it against what the preview had said. */
export async function publishAsPreviewed(actor: Actor, id: Id<'jrn'>, by: PublishPlan) {
  const preview = unwrap(await previewPublish(actor, { id, plan: by }));
  unwrap(await publishJourney(actor, { id, plan: by, note: 'Shorter' }));
  const [move] = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(journeyMoves));
  expect(move?.counts).toEqual(preview.counts);
  return preview;
}
