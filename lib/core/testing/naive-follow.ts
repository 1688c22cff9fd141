// What follows from what has happened in the naive model: changes that somebody asks about, events and starts that steps
// make happen, and where a chain of them is cut.
import { leavesOf } from '../condition/condition';
import type { Emission, Enrollment } from '../engine/enrollment';
import type { Id } from '../id';
import type { JsonObject } from '../json';
import { rearrange } from './naive-appointments';
import { naivelyWatched } from './naive-signals';
import type { NaiveWorld } from './naive-world';

/** Where something comes from: what tells it apart, how many journeys caused each other up to it, and when (ms). */
interface Cause {
  readonly origin: string;
  readonly depth: number;
  readonly at: number;
}

/** Ten journeys in a row that cause each other are a circle; a hundred things after one event are too many. */
export function mayFollow(world: NaiveWorld, depth: number): boolean {
  if (depth === 0) return true;
  if (depth > 10 || world.followed === 100) return false;
  world.followed += 1;
  return true;
}

export function stopLoop(world: NaiveWorld, passage: Enrollment, depth: number, at: number): void {
  const { id: enrollmentId, customerId, journeyId, version, nodeId } = passage;
  const whose = { enrollmentId, customerId, journeyId, version, nodeId };
  world.decisions.push({ ...whose, code: 'emit-loop-stopped', at, inputs: { depth } });
}

/** The attributes that goals, exit rules, waits and entries look at. */
function watched({ drawings }: NaiveWorld): string[] {
  const rules = drawings.flatMap(({ document: { settings } }) =>
    [...(settings.goals ?? []), ...(settings.exitRules ?? [])].filter(({ when }) => when === 'condition'),
  );
  const nodes = drawings.flatMap(({ document }) => document.nodes);
  const waits = nodes.flatMap((node) => (node.type === 'wait-for-condition' ? [node.data] : []));
  const tests = [...rules, ...waits].flatMap(({ condition }) => leavesOf(condition));
  const names = tests.flatMap((leaf) =>
    (leaf.type === 'test' || leaf.type === 'date') && leaf.subject === 'attribute' ? leaf.path[0] : [],
  );
  const letting = drawings.filter(({ isEnrolling }) => isEnrolling).flatMap(({ document }) => document.nodes);
  return [...new Set([...names.filter((name) => name !== undefined), ...letting.flatMap(naivelyWatched)])];
}

/**
 * Says of every attribute somebody asks about that it has changed, in the order of the alphabet.
 * @returns false where the chain is too long for that
 */
export function noteChanges(
  world: NaiveWorld,
  customerId: Id<'cus'>,
  before: JsonObject,
  { origin, depth, at }: Cause,
): boolean {
  const after = world.attributesOf(customerId);
  const isOther = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  let areAllTold = true;
  for (const attribute of watched(world).filter(isOther).sort()) {
    if (!mayFollow(world, depth)) {
      areAllTold = false;
      continue;
    }
    const messageId = `${origin}.${attribute}`;
    const properties = { attribute, from: before[attribute] ?? null, to: after[attribute] ?? null };
    const what = { type: 'signal', name: 'attribute-changed', properties, traits: {} } as const;
    const when = { occurredAt: at, receivedAt: at };
    world.queue.push({ ...what, ...when, customerId, origin: messageId, messageId, depth });
  }
  rearrange(world, customerId, before, at);
  return areAllTold;
}

/** Makes happen what a step has asked for. */
export function setOff(
  world: NaiveWorld,
  visited: Enrollment,
  emit: Emission,
  { depth, at }: Omit<Cause, 'origin'>,
): void {
  if (!mayFollow(world, depth)) {
    stopLoop(world, visited, depth, at);
    return;
  }
  const { id, visits, customerId } = visited;
  const messageId = `${id}.${visits}`;
  const when = { occurredAt: at, receivedAt: at };
  const happening = { customerId, origin: messageId, messageId, depth, traits: {}, ...when };
  if (emit.kind === 'event') {
    world.queue.push({ ...happening, type: 'track', name: emit.name, properties: emit.properties });
    return;
  }
  const properties = { ...emit.properties, journey_id: emit.journeyId };
  world.queue.push({ ...happening, type: 'signal', name: 'api-call', properties });
}
