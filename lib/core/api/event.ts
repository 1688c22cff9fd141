// Stored events, as the API and the studio see them.
import { z } from 'zod';
import { idOf } from '../id';
import { JsonObjectSchema } from '../json';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

export const EventType = z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']);
export type EventType = z.infer<typeof EventType>;

export const EventEntry = z.object({
  seq: z.number().int().describe('Rises in the order of acceptance.'),
  customerId: idOf('cus'),
  customerLabel: z.string(),
  type: EventType,
  name: z.string(),
  source: z.string(),
  messageId: z.string(),
  properties: JsonObjectSchema,
  traits: JsonObjectSchema,
  context: JsonObjectSchema,
  occurredAt: Instant.describe('When it happened, corrected for a wrong clock of the sender.'),
  receivedAt: Instant.describe('When it was accepted.'),
});
export type EventEntry = z.infer<typeof EventEntry>;

const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

export const ListEvents = PageQuery.extend({
  name: textUpTo(200).min(1).optional().describe('Only events of exactly this name.'),
  type: EventType.optional(),
  customer: textUpTo(500)
    .min(1)
    .optional()
    .describe(
      'Only events of this customer, by our id or the `userId`; else of those whose name holds it or one of whose identifiers begins with it.',
    ),
  from: Moment.optional().describe(
    'Only events accepted since then; of a day, since it began by the workspace’s clock.',
  ),
  until: Moment.optional().describe('Only events accepted before then; of a day, before it was over.'),
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
  count: z.number().int().describe('Among the newest events that were looked at.'),
  lastSeenAt: Instant,
});
export type EventName = z.infer<typeof EventName>;

export const EventNames = z.object({ data: z.array(EventName) });
export type EventNames = z.infer<typeof EventNames>;
