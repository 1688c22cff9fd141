// Customers, their timeline and the reason trail, as the API and the studio see them.
import { z } from 'zod';
import { ReasonCode } from '../engine/reason';
import { idOf } from '../id';
import { JsonObjectSchema } from '../json';
import { Instant } from './page';

export const Identifier = z.object({
  kind: z.enum(['user-id', 'anonymous-id', 'email', 'phone']),
  value: z.string(),
});
export type Identifier = z.infer<typeof Identifier>;

export const CustomerSummary = z.object({
  id: idOf('cus'),
  /** Name, e-mail, user id, or the anonymous id: whatever names this person best. */
  label: z.string(),
  isAnonymous: z.boolean(),
  identifiers: z.array(Identifier),
  lastSeenAt: Instant.nullable(),
  createdAt: Instant,
});
export type CustomerSummary = z.infer<typeof CustomerSummary>;

export const CustomerDetail = CustomerSummary.extend({
  attributes: JsonObjectSchema,
  consents: z.object({
    email: z.enum(['opted-in', 'opted-out', 'not-asked']),
    sms: z.enum(['opted-in', 'opted-out', 'not-asked']),
  }),
});
export type CustomerDetail = z.infer<typeof CustomerDetail>;

export const DecisionEntry = z.object({
  seq: z.number().int(),
  customerId: idOf('cus'),
  journeyId: idOf('jrn'),
  journeyName: z.string(),
  version: z.number().int(),
  enrollmentId: idOf('enr').nullable(),
  nodeId: idOf('nod').nullable(),
  code: ReasonCode,
  /** The code as a sentence. */
  reason: z.string(),
  inputs: JsonObjectSchema,
  at: Instant,
});
export type DecisionEntry = z.infer<typeof DecisionEntry>;

export const EventEntry = z.object({
  seq: z.number().int(),
  customerId: idOf('cus'),
  customerLabel: z.string(),
  type: z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']),
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

export const MessageStatus = z.enum(['sending', 'sandboxed', 'sent', 'delivered', 'failed', 'unknown', 'refused']);
export type MessageStatus = z.infer<typeof MessageStatus>;

export const MessageSummary = z.object({
  id: idOf('msg'),
  customerId: idOf('cus'),
  customerLabel: z.string(),
  journeyId: idOf('jrn'),
  journeyName: z.string(),
  version: z.number().int(),
  nodeId: idOf('nod'),
  channel: z.enum(['email', 'sms', 'webhook']),
  address: z.string(),
  /** email: subject, html, text, headers; sms: text, segments, encoding; webhook: method, url, body. */
  content: JsonObjectSchema,
  provider: z.string(),
  status: MessageStatus,
  reason: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type MessageSummary = z.infer<typeof MessageSummary>;

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

/** One customer's story, newest first. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), at: Instant, event: EventEntry }),
  z.object({ kind: z.literal('decision'), at: Instant, decision: DecisionEntry }),
  z.object({ kind: z.literal('message'), at: Instant, message: MessageSummary }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;
