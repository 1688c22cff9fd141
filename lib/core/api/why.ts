// Why a customer did, or did not, get something: occasions with their verdicts, and counts of reasons at a node.
import { z } from 'zod';
import { idOf } from '../id';
import { JsonObjectSchema, JsonSchema } from '../json';
import { VerdictCode } from '../reason/verdict';
import { textUpTo } from '../text';
import { DecisionEntry } from './customer';
import { JourneyState } from './journey';
import { MessageSummary } from './message';
import { Instant, PageQuery } from './page';

export const FailedTest = z.object({
  code: z
    .enum(['failed', 'not-known-any-more'])
    .describe(
      'Whether this test failed, or may have: what it looked at then is not kept (stock, prices, a merged profile).',
    ),
  name: z
    .string()
    .describe('What was looked at, e.g. `property.total`, `attribute.plan`, `event.Order Completed`.'),
  operator: z.string(),
  expected: JsonSchema.describe('What it was compared with; null where the operator needs no value.'),
  actual: JsonSchema.describe(
    'The value at that time; null where there was none or it is not known any more.',
  ),
  shouldHold: z.boolean().describe('False where the test holds and must not.'),
  sentence: z.string(),
});
export type FailedTest = z.infer<typeof FailedTest>;

const Occurred = z.object({
  seq: z.number().int(),
  type: z.string(),
  name: z.string(),
  properties: JsonObjectSchema,
  occurredAt: Instant,
  receivedAt: Instant,
});

/** One passage through the journey, with everything that was decided and sent on it, oldest first. */
export const PassageStory = z.object({
  enrollmentId: idOf('enr'),
  version: z.number().int(),
  status: z.enum(['waiting', 'ended', 'parked']),
  nodeId: idOf('nod').nullable(),
  wakeAt: Instant.nullable(),
  endReason: z.string().nullable(),
  decisions: z.array(DecisionEntry.extend({ nodeName: z.string().nullable() })),
  messages: z.array(MessageSummary),
});
export type PassageStory = z.infer<typeof PassageStory>;

/** Something that could have let the customer in, and what came of it. */
export const Occasion = z.object({
  at: Instant,
  event: Occurred.nullable().describe(
    'Null where no event was the cause: a date, a schedule, another journey.',
  ),
  version: z.number().int().nullable().describe('The version that was live then.'),
  nodeId: idOf('nod').nullable().describe('The trigger that was asked.'),
  nodeName: z.string().nullable(),
  verdict: VerdictCode,
  reason: z.string().describe('The verdict as a sentence.'),
  failed: z.array(FailedTest),
  passage: PassageStory.nullable(),
});
export type Occasion = z.infer<typeof Occasion>;

export const WhyRef = z.strictObject({ id: textUpTo(500).min(1), journeyId: idOf('jrn') });
export type WhyRef = z.infer<typeof WhyRef>;

/** Where a customer stands with a journey, in one sentence. */
export const ShortAnswer = z.object({
  journeyId: idOf('jrn'),
  name: z.string(),
  state: JourneyState,
  standing: z.enum(['inside', 'left', 'never-entered', 'no-occasion']),
  answer: z.string(),
  at: Instant.nullable(),
});
export type ShortAnswer = z.infer<typeof ShortAnswer>;

export const CustomerJourneys = z.object({ data: z.array(ShortAnswer) });
export type CustomerJourneys = z.infer<typeof CustomerJourneys>;

export const NodeReasonsRef = z.strictObject({ id: idOf('jrn'), nodeId: idOf('nod') });

const from = z.iso.datetime().optional().describe('From this instant on; 30 days ago where it is not given.');
const until = z.iso.datetime().optional().describe('Before this instant; now where it is not given.');

export const NodeReasonsQuery = z.strictObject({ from, until });
export type NodeReasons = z.infer<typeof NodeReasonsRef> & z.infer<typeof NodeReasonsQuery>;

export const ReasonCount = z.object({
  code: VerdictCode,
  reason: z.string(),
  count: z.number().int(),
  people: z
    .number()
    .int()
    .nullable()
    .describe('Different customers; null where only the events are counted.'),
});
export type ReasonCount = z.infer<typeof ReasonCount>;

export const ReasonCounts = z.object({
  from: Instant,
  until: Instant,
  decided: z.array(ReasonCount).describe('Recorded decisions at this node, the most frequent first.'),
  derived: z
    .array(ReasonCount)
    .describe('At a trigger: events of its name that led to no decision, and what became of them.'),
});
export type ReasonCounts = z.infer<typeof ReasonCounts>;

export const ReasonPeopleQuery = PageQuery.extend({ code: VerdictCode, from, until });
export type ReasonPeople = z.infer<typeof NodeReasonsRef> & z.infer<typeof ReasonPeopleQuery>;

export const PersonAtNode = z.object({
  seq: z.number().int().describe('Of the decision; of the event where none is stored.'),
  at: Instant,
  customerId: idOf('cus'),
  customerLabel: z.string(),
  enrollmentId: idOf('enr').nullable(),
  reason: z.string(),
  failed: z.array(FailedTest),
});
export type PersonAtNode = z.infer<typeof PersonAtNode>;
