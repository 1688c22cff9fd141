// Whom a happening lets into the journeys of the naive model, and for what reason it does not.
import { evaluate } from '../condition/evaluate';
import type { Enrollment } from '../engine/enrollment';
import { enrollmentIdOf } from '../engine/new-enrollment';
import type { ReasonCode } from '../engine/reason';
import { hash53 } from '../hash';
import type { JourneyNode } from '../journey/document';
import { isEntry } from '../journey/graph';
import type { JsonObject } from '../json';
import { type Happening, type Heard, hears } from './naive-hear';
import { naiveKey } from './naive-key';
import { walk } from './naive-walk';
import type { NaiveWorld } from './naive-world';
import type { PublishedDrawing } from './published-drawing';

interface Entry {
  readonly drawing: PublishedDrawing;
  readonly trigger: JourneyNode;
  readonly heard: Heard;
}

/** A signal may be addressed to one journey, and to one trigger of it. */
function isFor({ type, properties }: Happening, journeyId: string, nodeId: string): boolean {
  if (type !== 'signal') return true;
  const { journey_id = journeyId, node_id = nodeId } = properties;
  return journey_id === journeyId && node_id === nodeId;
}

/** Every trigger that hears this, and whose filter holds. */
export function entriesFor(world: NaiveWorld, event: Happening): Entry[] {
  const facts = world.factsAbout(event.customerId, event.properties, event.receivedAt);
  const open = world.drawings.filter(({ isEnrolling }) => isEnrolling);
  return open.flatMap((drawing) => {
    const triggers = drawing.document.nodes
      .filter(isEntry)
      .filter(({ id }) => isFor(event, drawing.journeyId, id));
    return triggers.flatMap((trigger) =>
      hears(trigger, event)
        .filter(({ filter }) => filter === null || evaluate(filter, facts))
        .map((heard) => ({ drawing, trigger, heard })),
    );
  });
}

export function enter(world: NaiveWorld, { drawing, trigger, heard }: Entry, event: Happening): void {
  const { journeyId, version } = drawing;
  const { customerId, receivedAt } = event;
  const key = naiveKey(heard.key, event);
  const refused = refusal(world, drawing, heard, event, key);
  if (refused !== null) {
    const whose = { customerId, journeyId, version, enrollmentId: null, nodeId: trigger.id };
    const inputs = { event: event.name, key, ...refused.inputs };
    world.decisions.push({ ...whose, code: refused.code, at: receivedAt, inputs });
    return;
  }
  const id = enrollmentIdOf({ journeyId, nodeId: trigger.id }, event.origin);
  const { name, messageId, properties, depth } = event;
  const about = { event: name, messageId, properties, ...(depth > 0 && { depth }) };
  const standing = { status: 'waiting', nodeId: trigger.id, visits: 1, enteredAt: receivedAt } as const;
  const notYet = { arrivedAt: receivedAt, wakeAt: null, convertedAt: null, endedAt: null, endReason: null };
  const passage = { id, journeyId, version, customerId, key, ...standing, ...notYet };
  walk(
    world,
    { ...passage, trigger: about, saved: {} },
    { now: receivedAt, dueAt: name === 'appointment' ? event.occurredAt : receivedAt, cause: 'entered' },
  );
}

const HOUR = 3_600_000;

interface Refused {
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
}

function refusal(
  world: NaiveWorld,
  { document: { settings }, journeyId }: PublishedDrawing,
  heard: Heard,
  { customerId, receivedAt, occurredAt }: Happening,
  key: string,
): Refused | null {
  const { concurrency = 'by-key', holdoutPercent = 0 } = settings;
  const lateMs = receivedAt - occurredAt;
  if (lateMs > 72 * HOUR && !heard.acceptsLate) return { code: 'event-too-old', inputs: { lateMs } };
  if (hash53(`${journeyId}/holdout/${customerId}`) % 10_000 < holdoutPercent * 100) {
    return { code: 'held-out', inputs: { holdoutPercent } };
  }
  const own = [...world.enrollments.values()].filter(
    (other) => other.customerId === customerId && other.journeyId === journeyId,
  );
  const inside = own.filter(({ status }) => status === 'waiting');
  if (inside.some((other) => concurrency === 'one' || other.key === key)) {
    return { code: 'already-in-journey', inputs: {} };
  }
  return enteredBefore(own, settings, receivedAt);
}

function enteredBefore(
  own: readonly Enrollment[],
  { reentry, reentryAfterDays = 30 }: PublishedDrawing['document']['settings'],
  now: number,
): Refused | null {
  if (own.length === 0 || reentry === 'unlimited') return null;
  const last = Math.max(...own.map(({ enteredAt }) => enteredAt));
  if (reentry === 'once') return { code: 'entered-before', inputs: { last } };
  const again = last + reentryAfterDays * 24 * HOUR;
  return now >= again ? null : { code: 'entered-too-lately', inputs: { last, again } };
}
