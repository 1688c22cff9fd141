// The closed set of reason codes. Every decision carries one; each has a sentence in the message catalogue.
import { z } from 'zod';

export const ReasonCode = z.enum([
  // entering
  'entered',
  'already-in-journey',
  'entered-before',
  'event-too-old',
  'held-out',
  'outside-window',
  'entered-too-lately',
  // moving
  'delay-started',
  'delay-over',
  'wait-started',
  'event-happened',
  'wait-timed-out',
  'branch-taken',
  'no-branch-matched',
  'attribute-set',
  'message-queued',
  'webhook-queued',
  'send-expired',
  'goal-reached',
  'emit-loop-stopped',
  // ending
  'exit-reached',
  'path-ended',
  'too-many-steps',
  'node-missing',
  'customer-merged',
  'exit-rule-met',
  'program-unreadable',
  'journey-archived',
  'exited-by-plan',
  // changed by a publish plan or a resume plan
  'moved-to-version',
  're-timed',
  'move-undone',
  'wait-shifted',
  // sending (decided by policy when the send starts)
  'send-started',
  'refused-opted-out',
  'refused-suppressed',
  'refused-no-address',
  'refused-expired',
  'refused-render-failed',
  'refused-journey-paused',
  'refused-holdout',
  'refused-capped',
  'refused-quiet-hours',
  'held-by-cap',
  'held-for-priority',
  'held-for-quiet-hours',
  'throttled',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;
