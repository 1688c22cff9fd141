// What a happening means to somebody inside a journey of the naive model: goals, exit rules, the wait they stand at.
import { evaluate } from '../condition/evaluate';
import type { Enrollment } from '../engine/enrollment';
import type { ExitRule, Goal } from '../journey/settings';
import { stopLoop } from './naive-follow';
import { concerns, type Happening, hears } from './naive-hear';
import { naiveKey } from './naive-key';
import { noteRecords } from './naive-records';
import { askSegments } from './naive-segments';
import type { NaiveWorld } from './naive-world';

export interface RulesMet {
  readonly goals: readonly Goal[];
  readonly exitRule: ExitRule | undefined;
}

function metAmong(world: NaiveWorld, inside: Enrollment, isMet: (rule: ExitRule) => boolean): RulesMet {
  const { goals = [], exitRules = [] } = world.documentOf(inside)?.settings ?? {};
  return { goals: goals.filter(isMet), exitRule: exitRules.find(isMet) };
}

/** The goals and the exit rule that this happening meets. */
export function rulesMet(world: NaiveWorld, inside: Enrollment, event: Happening): RulesMet {
  const facts = world.factsFor(inside, event.properties, event.receivedAt);
  const own = world.factsFor(inside, inside.trigger.properties, event.receivedAt);
  return metAmong(world, inside, ({ when, event: name, filter, key, condition }) => {
    if (when === 'condition') return concerns(condition, event) && evaluate(condition, own);
    if (event.type === 'signal' || name !== event.name) return false;
    return (
      (filter === null || evaluate(filter, facts)) && (key === null || naiveKey(key, event) === inside.key)
    );
  });
}

/** Those that time alone has brought about. */
export function rulesOutlasted(world: NaiveWorld, inside: Enrollment, now: number): RulesMet {
  const own = world.factsFor(inside, inside.trigger.properties, now);
  return metAmong(world, inside, ({ when, condition }) => when === 'condition' && evaluate(condition, own));
}

/** Whether the node where they stand waits for just this. */
export function isAwaited(world: NaiveWorld, inside: Enrollment, event: Happening): boolean {
  const node = world.nodeOf(inside);
  if (node?.type === 'wait-for-condition') {
    const { condition } = node.data;
    const own = world.factsFor(inside, inside.trigger.properties, event.receivedAt);
    return concerns(condition, event) && evaluate(condition, own);
  }
  const facts = world.factsFor(inside, event.properties, event.receivedAt);
  return (node === undefined ? [] : hears(node, event)).some(
    ({ filter, key }) =>
      (filter === null || evaluate(filter, facts)) && (key === null || naiveKey(key, event) === inside.key),
  );
}

/** Goals first, then the exit rule. @returns the passage where it goes on, or null */
export function conclude(
  world: NaiveWorld,
  inside: Enrollment,
  { goals, exitRule }: RulesMet,
  at: number,
): Enrollment | null {
  const { id: enrollmentId, customerId, journeyId, version, nodeId } = inside;
  const whose = { customerId, journeyId, version, enrollmentId, nodeId, at };
  let { convertedAt } = inside;
  for (const { name, id } of convertedAt === null ? goals.slice(0, 1) : []) {
    world.decisions.push({ ...whose, code: 'goal-reached', inputs: { label: name || id } });
    convertedAt = at;
  }
  const isOver = goals.some(({ exits }) => exits);
  const endReason = isOver ? 'goal-reached' : exitRule && 'exit-rule-met';
  if (!isOver && exitRule) {
    const inputs = { label: exitRule.name || exitRule.id };
    world.decisions.push({ ...whose, code: 'exit-rule-met', inputs });
  }
  const left: Enrollment = { ...inside, convertedAt };
  const end = endReason && ({ status: 'ended', wakeAt: null, endedAt: at, endReason } as const);
  const after = { ...left, ...end };
  world.enrollments.set(enrollmentId, after);
  tellOf(world, inside, after, at);
  return end ? null : left;
}

/** That somebody converted or is through may be what another journey or a segment asks about. */
function tellOf(world: NaiveWorld, before: Enrollment, after: Enrollment, at: number): void {
  const { id, customerId, trigger, status, convertedAt } = after;
  if (status === before.status && convertedAt === before.convertedAt) return;
  const depth = (trigger.depth ?? 0) + 1;
  const cause = { origin: `${id}.${status === 'ended' ? 'ended' : 'converted'}`, depth, at };
  const areRecordsTold = noteRecords(world, { before, after, isDealt: false }, cause);
  if (askSegments(world, customerId, cause) && areRecordsTold) return;
  stopLoop(world, before, depth, at);
}
