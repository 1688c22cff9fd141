// What all message nodes share: the kind of message, how late it may be, and how it becomes a command.
import { z } from 'zod';
import type { SendType, StepOutcome } from '../engine/enrollment';
import type { JsonObject } from '../json';
import { textUpTo } from '../text';
import type { Visit } from './define-node';

const HOUR_MS = 3_600_000;

/** Marketing needs the customer's agreement; transactional is what they themselves asked for, e.g. a receipt. */
export const MessageKind = z.enum(['marketing', 'transactional']);
export type MessageKind = z.infer<typeof MessageKind>;

export const messageFields = {
  kind: MessageKind.default('marketing'),
  /** What frequency caps count it by, e.g. `newsletter`. */
  category: textUpTo(60).default(''),
  /** Sent later than this after it was due, the message is dropped: nobody wants yesterday's reminder. */
  maxLatenessHours: z.number().min(1).max(720).default(24),
};

/** The payload every command carries: the node's data, what started the journey, and when the effect was due (ms). */
export function payloadOf(data: JsonObject, { enrollment, moment }: Visit): JsonObject {
  const { trigger, saved } = enrollment;
  const { event, properties } = trigger;
  return { ...data, trigger: { event, properties }, saved, dueAt: moment.dueAt ?? moment.now };
}

/** Queues the message and goes on; goes on without it where the step runs too late. */
export function sendOrExpire(
  type: SendType,
  data: JsonObject & { maxLatenessHours: number },
  visit: Visit,
): StepOutcome {
  const { now, dueAt = now } = visit.moment;
  const lateMs = now - dueAt;
  if (lateMs > data.maxLatenessHours * HOUR_MS) {
    return { kind: 'go', exit: 'next', code: 'send-expired', inputs: { dueAt, lateMs } };
  }
  return {
    kind: 'go',
    exit: 'next',
    code: 'message-queued',
    command: { type, payload: payloadOf(data, visit) },
  };
}
