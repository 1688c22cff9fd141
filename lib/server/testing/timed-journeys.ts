// Journeys that begin by the calendar, for tests: made and published, with what they have arranged and whom they let in.
import { asc } from 'drizzle-orm';
import { appointments, customers, enrollments, sweeps } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { saveDraft } from '../journeys/save-draft';
import { unwrap } from './unwrap';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

function drawing(type: string, data: object, settings: object = { reentry: 'unlimited' }) {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type, data },
      { id: 'nod_set', type: 'set-attribute', data: { attribute: 'met', value: true } },
    ],
    edges: [{ from: 'nod_in', exit: 'next', to: 'nod_set' }],
    settings,
  });
}

export async function live(actor: Actor, type: string, data: object): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: 'Timed', document: drawing(type, data) }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

export async function republish(actor: Actor, id: Id<'jrn'>, type: string, data: object) {
  unwrap(await saveDraft(actor, { id, document: drawing(type, data) }));
  unwrap(await publishJourney(actor, { id }));
}

export const made = (actor: Actor) =>
  inWorkspace(actor.workspaceId, (tx) => tx.select().from(appointments).orderBy(asc(appointments.dueAt)));

export const entries = (actor: Actor) =>
  inWorkspace(actor.workspaceId, (tx) => tx.select().from(enrollments).orderBy(asc(enrollments.enteredAt)));

export const walks = (actor: Actor) =>
  inWorkspace(actor.workspaceId, (tx) => tx.select().from(sweeps).orderBy(asc(sweeps.startsAt)));

/** The day so many days from now, as a date. */
export const dayFromNow = (days: number) => new Date(now().getTime() + days * DAY).toISOString().slice(0, 10);

/** Today's wall clock in UTC, so many hours on. */
export const clockFromNow = (hours: number) =>
  new Date(now().getTime() + hours * HOUR).toISOString().slice(11, 16);

export function identify(actor: Actor, userId: string, traits: JsonObject, messageId: string = userId) {
  return storeEvents(actor.workspaceId, 'test', [{ type: 'identify', messageId, userId, traits }], now());
}

export async function crowd(actor: Actor, people: number, attributes: (index: number) => JsonObject) {
  const rows = Array.from({ length: people }, (_, index) => ({
    workspaceId: actor.workspaceId,
    id: `cus_${String(index).padStart(6, '0')}` as const,
    lane: index % 16,
    attributes: attributes(index),
    createdAt: now(),
  }));
  await inWorkspace(actor.workspaceId, async (tx) => {
    for (let start = 0; start < rows.length; start += 1000)
      await tx.insert(customers).values(rows.slice(start, start + 1000));
  });
}
