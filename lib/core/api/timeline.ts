// One customer's story: what they did, what was decided about them, what they were sent.
import { z } from 'zod';
import { DecisionEntry } from './customer';
import { EventEntry } from './event';
import { MessageSummary } from './message';
import { Instant } from './page';

/** Newest first. At one instant the message comes before the decision, and the decision before the event that led to it. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), at: Instant, event: EventEntry }),
  z.object({ kind: z.literal('decision'), at: Instant, decision: DecisionEntry }),
  z.object({ kind: z.literal('message'), at: Instant, message: MessageSummary }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;
