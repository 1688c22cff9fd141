// When triggers by date let customers of the naive model in: kept as soon as something about the date changes. An occasion
// lets a customer in once.
import { enrollmentIdOf } from '../engine/new-enrollment';
import type { Id } from '../id';
import type { JsonObject } from '../json';
import type { NodeOf } from './naive-arrival';
import { type Coming, comingDate, dateUnusable } from './naive-calendar';
import type { NaiveAppointment, NaiveWorld } from './naive-world';
import type { PublishedDrawing } from './published-drawing';

export type Place = Pick<NaiveAppointment, 'customerId' | 'journeyId' | 'nodeId'>;

export const placeName = ({ customerId, journeyId, nodeId }: Place) => `${customerId}/${journeyId}/${nodeId}`;

/** What tells one occasion of one customer at one trigger apart from every other. */
export const occasionName = ({ journeyId, nodeId, customerId }: Place, occasion: string) =>
  `${journeyId} ${nodeId} ${customerId} ${occasion}`;

/** Whether the occasion has let the customer in already. */
export function hasBeen({ enrollments }: NaiveWorld, place: Place, occasion: string): boolean {
  return enrollments.has(enrollmentIdOf(place, occasionName(place, occasion)));
}

/** The first one at or after that time which has not been. */
export function comingTo(
  world: NaiveWorld,
  place: Place,
  node: NodeOf<'date-trigger'>,
  { attributes, after }: { readonly attributes: JsonObject; readonly after: number },
): Coming | null {
  let coming = comingDate(node, attributes, after);
  while (coming !== null && hasBeen(world, place, coming.occasion))
    coming = comingDate(node, attributes, coming.dueAt + 1);
  return coming;
}

export function keepTo({ appointments }: NaiveWorld, place: Place, coming: Coming | null): void {
  if (coming === null) appointments.delete(placeName(place));
  else appointments.set(placeName(place), { ...place, ...coming });
}

/** The triggers by date that let anybody in. */
export function dateTriggers({ drawings }: NaiveWorld) {
  return drawings
    .filter(({ isEnrolling }) => isEnrolling)
    .flatMap((drawing) =>
      drawing.document.nodes.flatMap((node) => (node.type === 'date-trigger' ? [{ drawing, node }] : [])),
    );
}

export function noteUnusable(
  world: NaiveWorld,
  { journeyId, version }: PublishedDrawing,
  node: NodeOf<'date-trigger'>,
  customerId: Id<'cus'>,
  at: number,
): void {
  const inputs = dateUnusable(node, world.attributesOf(customerId));
  if (inputs === null) return;
  const whose = { customerId, journeyId, version, nodeId: node.id, enrollmentId: null };
  world.decisions.push({ ...whose, code: 'trigger-date-unusable', at, inputs });
}

/** Somebody's date or zone has changed. */
export function rearrange(world: NaiveWorld, customerId: Id<'cus'>, before: JsonObject, at: number): void {
  const attributes = world.attributesOf(customerId);
  const isChanged = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(attributes[name]);
  for (const { drawing, node } of dateTriggers(world)) {
    const place = { customerId, journeyId: drawing.journeyId, nodeId: node.id };
    const coming = comingTo(world, place, node, { attributes, after: at });
    if (isChanged(node.data.attribute)) {
      keepTo(world, place, coming);
      noteUnusable(world, drawing, node, customerId, at);
      continue;
    }
    const standing = world.appointments.get(placeName(place));
    if (!isChanged('timezone') || (standing !== undefined && standing.dueAt <= at)) continue;
    // Where they were it was still to come. Where they are it may be over: then they have it now.
    const there = comingTo(world, place, node, { attributes: before, after: at });
    const isPassed = there !== null && (coming === null || there.occasion < coming.occasion);
    keepTo(world, place, isPassed ? { ...there, dueAt: at } : coming);
  }
}
