// What a happening means to somebody inside a journey of the naive model: goals, exit rules, the wait they stand at.
import { evaluate } from '../condition/evaluate';
import type { Enrollment } from '../engine/enrollment';
import type { ExitRule, Goal } from '../journey/settings';
import { concerns, type Happening, hears } from './naive-hear';
import { naiveKey } from './naive-key';
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
  world.enrollments.set(enrollmentId, { ...left, ...end });
  return end ? null : left;
}
