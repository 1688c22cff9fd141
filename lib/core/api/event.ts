// Stored events, as the API and the studio see them.
import { z } from 'zod';
import { idOf } from '../id';
import { JsonObjectSchema } from '../json';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

export const EventType = z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']);
export type EventType = z.infer<typeof EventType>;

export const EventEntry = z.object({
  seq: z.number().int(),
  customerId: idOf('cus'),
  customerLabel: z.string(),
  type: EventType,
  name: z.string(),
  source: z.string(),
  messageId: z.string(),
  properties: JsonObjectSchema,
  traits: JsonObjectSchema,
  context: JsonObjectSchema,
  occurredAt: Instant,
  receivedAt: Instant,
});
export type EventEntry = z.infer<typeof EventEntry>;

export const ListEvents = PageQuery.extend({
  name: textUpTo(200).min(1).optional().describe('Only events of exactly this name.'),
  type: EventType.optional(),
  customer: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Only events of this customer: our id or the `userId`.'),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Only events accepted after the one with this `seq`.'),
});
export type ListEvents = z.infer<typeof ListEvents>;

export const EventName = z.object({
  name: z.string(),
  type: EventType,
  /** Among the newest events that were looked at. */
  count: z.number().int(),
  lastSeenAt: Instant,
});
export type EventName = z.infer<typeof EventName>;

export const EventNames = z.object({ data: z.array(EventName) });
export type EventNames = z.infer<typeof EventNames>;
