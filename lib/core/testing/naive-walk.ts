// How somebody goes through a drawing in the naive model: from node to node along the lines.
import type { Enrollment } from '../engine/enrollment';
import type { ReasonCode } from '../engine/reason';
import type { Arrival, Seen } from './naive-arrival';
import { noteChanges, setOff, stopLoop } from './naive-follow';
import { noteRecords } from './naive-records';
import { askSegments } from './naive-segments';
import { visit } from './naive-visit';
import type { NaiveWorld } from './naive-world';

/** Until a node waits or no line leads on. What the nodes made happen comes after the walk. */
export function walk(world: NaiveWorld, start: Enrollment, arrival: Arrival): void {
  const { id, visits, customerId, trigger } = start;
  const before = world.attributesOf(customerId);
  const known = world.enrollments.get(id);
  const told = world.decisions.length;
  // Whoever comes in is inside from the first step on.
  world.enrollments.set(id, start);
  let here: Enrollment | null = start;
  let { cause } = arrival;
  while (here !== null) {
    here = step(world, here, { ...arrival, cause });
    cause = 'entered';
  }
  const chain = { depth: (trigger.depth ?? 0) + 1, at: arrival.now };
  for (const { visited, emit } of world.emissions.splice(0)) setOff(world, visited, emit, chain);
  const follows = { ...chain, origin: `${id}.${visits}` };
  const areChangesTold = noteChanges(world, customerId, before, follows);
  const isDealt = world.decisions.slice(told).some(({ code }) => isDealing(code));
  const areRecordsTold = noteRecords(
    world,
    { before: known, after: world.enrollments.get(id) ?? start, isDealt },
    follows,
  );
  if (askSegments(world, customerId, follows) && areChangesTold && areRecordsTold) return;
  stopLoop(world, start, chain.depth, chain.at);
}

/** One node. @returns the passage at the next one, or null where it waits or has ended */
function step(world: NaiveWorld, here: Enrollment, arrival: Arrival): Enrollment | null {
  const node = world.nodeOf(here);
  if (node === undefined) throw new Error('A drawing of this model always has the node.');
  const facts = world.factsFor(here, here.trigger.properties, arrival.now);
  const seen = visit(node, { ...arrival, facts, enrollment: here });
  note(world, here, seen, arrival.now);
  if (seen.wakeAt !== undefined) {
    world.enrollments.set(here.id, { ...here, wakeAt: seen.wakeAt });
    return null;
  }
  const line = world.documentOf(here)?.edges.find(({ from, exit }) => from === node.id && exit === seen.exit);
  if (line === undefined) {
    end(world, here, seen, arrival.now);
    return null;
  }
  return { ...here, nodeId: line.to, visits: here.visits + 1, arrivedAt: arrival.now, wakeAt: null };
}

const whose = ({ id: enrollmentId, customerId, journeyId, version, nodeId }: Enrollment) => ({
  enrollmentId,
  customerId,
  journeyId,
  version,
  nodeId,
});

function isDealing(code: ReasonCode): boolean {
  return code === 'arm-assigned' || code === 'arm-held-out';
}

function note(world: NaiveWorld, here: Enrollment, seen: Seen, at: number): void {
  const { code, inputs, exit, command, set, emit } = seen;
  const { id, customerId, visits, nodeId } = here;
  world.decisions.push({ ...whose(here), code, at, inputs, ...(exit !== undefined && { exit }) });
  if (set) world.tell(customerId, set);
  if (isDealing(code) && nodeId !== null) {
    const dealt = { journeyId: here.journeyId, nodeId, arm: String(inputs.arm) };
    world.arms.set(customerId, [...(world.arms.get(customerId) ?? []), dealt]);
  }
  if (emit) world.emissions.push({ visited: here, emit });
  if (command === undefined || nodeId === null) return;
  world.commands.push({ ...whose(here), nodeId, key: `${id}.${visits}`, at, ...command });
}

function end(world: NaiveWorld, here: Enrollment, { code, exit }: Seen, at: number): void {
  const endReason = exit === undefined ? code : 'path-ended';
  if (exit !== undefined) world.decisions.push({ ...whose(here), code: endReason, at, inputs: {} });
  world.enrollments.set(here.id, { ...here, status: 'ended', wakeAt: null, endedAt: at, endReason });
}
