// Customers and the reason trail, as the API and the studio see them.
import { z } from 'zod';
import { ReasonCode } from '../engine/reason';
import { idOf } from '../id';
import { JsonObjectSchema } from '../json';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

export const Identifier = z.object({
  kind: z.enum(['user-id', 'anonymous-id', 'email', 'phone']),
  value: z.string(),
});
export type Identifier = z.infer<typeof Identifier>;

export const CustomerSummary = z.object({
  id: idOf('cus'),
  label: z.string().describe('Name, e-mail, user id, or the anonymous id: whatever names this person best.'),
  isAnonymous: z.boolean(),
  identifiers: z.array(Identifier),
  lastSeenAt: Instant.nullable(),
  createdAt: Instant,
});
export type CustomerSummary = z.infer<typeof CustomerSummary>;

const ConsentState = z.enum(['opted-in', 'opted-out', 'not-asked']);

export const CustomerDetail = CustomerSummary.extend({
  attributes: JsonObjectSchema,
  consents: z.object({ email: ConsentState, sms: ConsentState }),
});
export type CustomerDetail = z.infer<typeof CustomerDetail>;

export const ListCustomers = PageQuery.extend({
  search: textUpTo(200).trim().min(1).optional().describe('Start of an identifier, or a part of the name.'),
});
export type ListCustomers = z.infer<typeof ListCustomers>;

/** Our id (`cus_…`), or the `userId` the shop gave. */
export const CustomerRef = z.strictObject({ id: textUpTo(500).min(1) });
export type CustomerRef = z.infer<typeof CustomerRef>;

export const DecisionEntry = z.object({
  seq: z.number().int(),
  customerId: idOf('cus'),
  journeyId: idOf('jrn'),
  journeyName: z.string(),
  version: z.number().int(),
  enrollmentId: idOf('enr').nullable(),
  nodeId: idOf('nod').nullable(),
  code: ReasonCode,
  reason: z.string().describe('The code as a sentence.'),
  inputs: JsonObjectSchema,
  at: Instant,
});
export type DecisionEntry = z.infer<typeof DecisionEntry>;

export const ListDecisions = PageQuery.extend({
  journey: idOf('jrn').optional().describe('Only decisions of this journey.'),
});
export type ListDecisions = z.infer<typeof ListDecisions>;
