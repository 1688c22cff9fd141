// Messages and their deliveries, as the API and the studio see them.
import { z } from 'zod';
import { idOf } from '../id';
import { JsonObjectSchema } from '../json';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

export const MessageStatus = z.enum([
  'held',
  'sending',
  'sandboxed',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'refused',
]);
export type MessageStatus = z.infer<typeof MessageStatus>;

export const Channel = z.enum(['email', 'sms', 'webhook']);
export type Channel = z.infer<typeof Channel>;

export const MessageSummary = z.object({
  id: idOf('msg'),
  customerId: idOf('cus'),
  customerLabel: z.string(),
  journeyId: idOf('jrn'),
  journeyName: z.string(),
  version: z.number().int(),
  nodeId: idOf('nod'),
  channel: Channel,
  address: z.string(),
  content: JsonObjectSchema.describe(
    'email: subject, html, text, headers; sms: text, segments, encoding; webhook: method, url, body.',
  ),
  provider: z.string(),
  status: MessageStatus,
  kind: z.enum(['marketing', 'transactional', 'webhook']),
  category: z.string().describe('What frequency caps count it by; empty for none.'),
  reason: z.string().nullable().describe('A reason code, or what the provider said.'),
  reasonText: z.string().nullable().describe('The reason as a sentence.'),
  heldUntil: Instant.nullable().describe('When a message that is held back will be looked at again.'),
  createdAt: Instant,
  updatedAt: Instant,
});
export type MessageSummary = z.infer<typeof MessageSummary>;

export const ListMessages = PageQuery.extend({
  customer: textUpTo(500)
    .min(1)
    .optional()
    .describe('Only messages to this customer: our id or the `userId`.'),
  journey: idOf('jrn').optional().describe('Only messages of this journey.'),
  channel: Channel.optional(),
  status: MessageStatus.optional(),
});
export type ListMessages = z.infer<typeof ListMessages>;

export const MessageRef = z.strictObject({ id: idOf('msg') });
export type MessageRef = z.infer<typeof MessageRef>;

export const DeliveryEntry = z.object({
  id: idOf('dlv'),
  attempt: z.number().int(),
  outcome: z.enum(['started', 'accepted', 'retry', 'rejected', 'unknown']),
  detail: z.string().nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
});
export type DeliveryEntry = z.infer<typeof DeliveryEntry>;

export const MessageDetail = MessageSummary.extend({ deliveries: z.array(DeliveryEntry) });
export type MessageDetail = z.infer<typeof MessageDetail>;
