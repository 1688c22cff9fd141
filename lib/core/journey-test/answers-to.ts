// What the nodes that asked somebody else are answered in a test.
import type { BatchCommand, BatchOutcome } from '../engine/batch';
import type { CustomerEvent } from '../engine/customer-event';
import type { JourneyTest, TestAnswer } from './journey-test';

/** Coupons are there unless the test says otherwise; of another system's answer nothing is known. */
const COUPON: TestAnswer = { ok: true, value: 'COUPON' };

/** @returns the answers, at the instant of the question; a node the test has no answer for waits in vain */
export function answersTo(outcome: BatchOutcome, test: JourneyTest, at: number): CustomerEvent[] {
  return outcome.commands.flatMap((command): CustomerEvent[] => {
    const { key, nodeId, enrollmentId, customerId, type } = command;
    const answer = test.given?.answers[nodeId] ?? (type === 'issue-coupon' ? COUPON : undefined);
    if (answer === undefined || !isWaiting(outcome, command)) return [];
    const { ok, value } = answer;
    const visit = Number(key.split('.').at(-1));
    const properties = { enrollment_id: enrollmentId, node_id: nodeId, visit, ok, value };
    const when = { occurredAt: at, receivedAt: at };
    return [
      { seq: 0, customerId, messageId: key, type: 'signal', name: 'answer', properties, traits: {}, ...when },
    ];
  });
}

/** A command that is only handed over, such as a message, is not waited for. */
function isWaiting({ enrollments }: BatchOutcome, { enrollmentId, nodeId }: BatchCommand): boolean {
  const asker = enrollments.find(({ id }) => id === enrollmentId);
  return asker?.status === 'waiting' && asker.nodeId === nodeId;
}
