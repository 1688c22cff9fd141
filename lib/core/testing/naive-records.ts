// What passages write down of a customer in the naive model, and who asks about it.
import { type Condition, leavesOf } from '../condition/condition';
import type { Enrollment } from '../engine/enrollment';
import { mayFollow } from './naive-follow';
import type { NaiveWorld } from './naive-world';

interface Written {
  /** Undefined where the passage has just begun. */
  readonly before: Enrollment | undefined;
  readonly after: Enrollment;
  readonly isDealt: boolean;
}

interface Cause {
  readonly origin: string;
  readonly depth: number;
  readonly at: number;
}

/** Whether the condition asks about passages through the journey, or about its arms. */
export function asksRecord(condition: Condition, record: string): boolean {
  return leavesOf(condition).some((leaf) => {
    if (leaf.type === 'journey' || leaf.type === 'arm') return record === `${leaf.type} ${leaf.journeyId}`;
    return leaf.type === 'consent' && record === `consent ${leaf.channel}`;
  });
}

function isAsked({ drawings }: NaiveWorld, record: string): boolean {
  return drawings.some(({ document: { nodes, settings } }) => {
    const rules = [...(settings.goals ?? []), ...(settings.exitRules ?? [])];
    const waits = nodes.flatMap((node) => (node.type === 'wait-for-condition' ? [node.data] : []));
    const asking = [...rules.filter(({ when }) => when === 'condition'), ...waits];
    return asking.some(({ condition }) => asksRecord(condition, record));
  });
}

/** @returns false where the chain is too long to tell of it */
export function noteRecords(
  world: NaiveWorld,
  { before, after, isDealt }: Written,
  { origin, depth, at }: Cause,
): boolean {
  const isEnded = (one: Enrollment | undefined) => one?.status === 'ended';
  const isMoved = isEnded(before) !== isEnded(after) || before?.convertedAt !== after.convertedAt;
  const { journeyId, customerId } = after;
  const records = [...(isMoved ? [`journey ${journeyId}`] : []), ...(isDealt ? [`arm ${journeyId}`] : [])];
  let areAllTold = true;
  for (const record of records.filter((one) => isAsked(world, one))) {
    if (!mayFollow(world, depth)) {
      areAllTold = false;
      continue;
    }
    const messageId = `${origin}.${record}`;
    const what = { type: 'signal', name: 'record-changed', properties: { record }, traits: {} } as const;
    const when = { occurredAt: at, receivedAt: at };
    world.queue.push({ ...what, ...when, customerId, origin: messageId, messageId, depth });
  }
  return areAllTold;
}
