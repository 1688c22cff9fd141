// Who is in which segment in the naive model: whenever anything has happened to a customer, every segment is asked again.
import { type Condition, type Leaf, leavesOf } from '../condition/condition';
import { evaluate } from '../condition/evaluate';
import { durationMs } from '../duration';
import type { LiveSegment } from '../engine/segment-index';
import type { Id } from '../id';
import type { JourneyNode } from '../journey/document';
import { mayFollow } from './naive-follow';
import type { NaiveWorld } from './naive-world';

/** What a change of membership follows from. */
interface Cause {
  readonly origin: string;
  readonly depth: number;
  readonly at: number;
}

/** A coming or going, at an instant (ms). */
export interface NaiveChange {
  readonly customerId: Id<'cus'>;
  readonly segmentId: string;
  readonly hasEntered: boolean;
  readonly at: number;
}

const asksSegment = (condition: Condition) => leavesOf(condition).some(({ type }) => type === 'segment');

const waitsForSegment = (node: JourneyNode) =>
  node.type === 'wait-for-condition' && asksSegment(node.data.condition);

/** Whether any journey wants to hear that somebody has come or gone. */
function isHeard({ drawings }: NaiveWorld, name: string): boolean {
  return drawings.some(({ document: { nodes, settings }, isEnrolling }) => {
    const rules = [...(settings.goals ?? []), ...(settings.exitRules ?? [])];
    const lets = (node: JourneyNode) =>
      isEnrolling && node.type === 'segment-trigger' && `segment-${node.data.on}` === name;
    const asks = rules.some(({ when, condition }) => when === 'condition' && asksSegment(condition));
    return asks || nodes.some((node) => lets(node) || waitsForSegment(node));
  });
}

function isIn(world: NaiveWorld, customerId: Id<'cus'>, { condition }: LiveSegment, at: number): boolean {
  return evaluate(condition, world.factsAbout(customerId, {}, at));
}

/** @returns false where the chain is too long to tell of every change */
export function askSegments(world: NaiveWorld, customerId: Id<'cus'>, { origin, depth, at }: Cause): boolean {
  const members = world.membersOf(customerId);
  world.askedAt.set(customerId, at);
  let areAllTold = true;
  for (const segment of world.definitions) {
    const hasEntered = isIn(world, customerId, segment, at);
    if (hasEntered === members.has(segment.id)) continue;
    if (hasEntered) members.add(segment.id);
    else members.delete(segment.id);
    world.changes.push({ customerId, segmentId: segment.id, hasEntered, at });
    const name = `segment-${hasEntered ? 'entered' : 'left'}`;
    if (!isHeard(world, name)) continue;
    if (!mayFollow(world, depth)) {
      areAllTold = false;
      continue;
    }
    const messageId = `${origin}.${name}.${segment.id}`;
    const what = { type: 'signal', name, properties: { segment_id: segment.id }, traits: {} } as const;
    const when = { occurredAt: at, receivedAt: at };
    world.queue.push({ ...what, ...when, customerId, origin: messageId, messageId, depth });
  }
  return areAllTold;
}

const DAY = 86_400_000;

/** After a moment, when it is another whole number of days ago. */
function daysAfter(at: number, until: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((until - at) / DAY)) },
    (_, days) => at + (days + 1) * DAY,
  );
}

/** When it is too long ago that somebody came in, converted or was through. */
function passagesTurn({ enrollments }: NaiveWorld, customerId: Id<'cus'>, leaves: readonly Leaf[]): number[] {
  const windows = leaves.flatMap((leaf) =>
    leaf.type === 'journey' && leaf.within ? [durationMs(leaf.within)] : [],
  );
  const own = [...enrollments.values()].filter((one) => one.customerId === customerId);
  const instants = own.flatMap(({ enteredAt, convertedAt, endedAt }) => [enteredAt, convertedAt, endedAt]);
  return instants.flatMap((at) => (at === null ? [] : windows.map((window) => at + window)));
}

/** The instants at which a window has lost an event, or one is a day longer ago, since the segments were asked last. */
export function turns(world: NaiveWorld, customerId: Id<'cus'>, until: number): number[] {
  const since = world.askedAt.get(customerId) ?? Number.NEGATIVE_INFINITY;
  const leaves = world.definitions.flatMap(({ condition }) => leavesOf(condition));
  const windows = leaves.flatMap((leaf) =>
    leaf.type === 'event' && leaf.within ? [durationMs(leaf.within)] : [],
  );
  const areCounted = leaves.some(
    (leaf) => leaf.type === 'event' && leaf.measure?.of.startsWith('days-since'),
  );
  const ends = (world.past.get(customerId) ?? []).flatMap(({ at }) => [
    ...windows.map((window) => at + window),
    ...(areCounted ? daysAfter(at, until) : []),
  ]);
  return [...new Set([...ends, ...passagesTurn(world, customerId, leaves)])]
    .filter((end) => end > since && end <= until)
    .sort((a, b) => a - b);
}
