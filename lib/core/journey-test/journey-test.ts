// A journey test as data: a customer, what happens to them and when, and what the journey is expected to make of it.
import { z } from 'zod';
import { Duration, durationMs } from '../duration';
import { ReasonCode } from '../engine/reason';
import { idOf } from '../id';
import { JsonObjectSchema, JsonSchema } from '../json';
import { StoredFormat } from '../stored-format';
import { textUpTo } from '../text';
import { isTimeZone } from '../time/zone';

/** A run of more decisions is broken off: it tells nobody anything, and a loop of short waits would go on for ever. */
export const MOST_STEPS = 500;
export const MOST_EVENTS = 200;
const LONGEST_RUN_DAYS = 400;
const DAY_MS = 86_400_000;
/** Of the JSON of attributes, properties or an answer. */
const MOST_JSON = 20_000;

const NodeId = idOf('nod');
const Instant = z.iso.datetime();

/** A length of time from the start of the test; none at all is the start itself. */
const Span = Duration.extend({ amount: z.number().min(0).default(0) }).refine(
  (span) => durationMs(span) <= LONGEST_RUN_DAYS * DAY_MS,
  `must be at most ${LONGEST_RUN_DAYS} days; shorten it`,
);

const Facts = JsonObjectSchema.refine(
  (value) => JSON.stringify(value).length <= MOST_JSON,
  `must be at most ${MOST_JSON} characters of JSON; keep what the journey looks at`,
);

const Consent = z.enum(['opted-in', 'opted-out', 'not-asked']);

const TestCustomer = z.strictObject({
  /** Splits go by it: the same id takes the same arm here as it does live. */
  id: idOf('cus').exactOptional(),
  /** `timezone` among them is the customer's time zone. */
  attributes: Facts.default({}),
  consents: z.strictObject({ email: Consent.exactOptional(), sms: Consent.exactOptional() }).exactOptional(),
});

/** `after` counts from the start; `at` names the instant. Without either it happens at the start. */
export const TestEvent = z
  .strictObject({
    after: Span.exactOptional(),
    at: Instant.exactOptional(),
    /** A signal is something the product itself notices, such as `segment-entered` with its `segment_id`. */
    type: z.enum(['track', 'identify', 'signal']).default('track'),
    /** An identify call needs none: it is the event `Identified`. */
    event: textUpTo(200).default(''),
    properties: Facts.default({}),
    /** What an identify call tells about the customer. */
    traits: Facts.default({}),
  })
  .refine(({ after, at }) => after === undefined || at === undefined, {
    path: ['after'],
    message: 'must not be given together with at; leave one out',
  })
  .refine(({ type, event }) => type === 'identify' || event.trim() !== '', {
    path: ['event'],
    message: 'must not be empty; write the name of the event',
  });
export type TestEvent = z.infer<typeof TestEvent>;

/** What a node that asks another system is answered. */
const TestAnswer = z.strictObject({ ok: z.boolean().default(true), value: JsonSchema.default(null) });
export type TestAnswer = z.infer<typeof TestAnswer>;

/** Something the customer did `before` the start. Conditions on history see it; it lets nobody in. */
const PastEvent = z.strictObject({
  before: Span,
  event: textUpTo(200).trim().min(1),
  properties: Facts.default({}),
});

/** What the test takes for granted of the world around the journey. */
export const Given = z.strictObject({
  /** The segments the customer is in from the start. */
  segments: z.array(idOf('seg')).max(100).default([]),
  /** Of the catalogue, with prices in minor units. */
  products: z
    .array(z.strictObject({ sku: textUpTo(200).min(1), price: z.number().int(), stock: z.number().int() }))
    .max(100)
    .default([]),
  answers: z.record(NodeId, TestAnswer).default({}),
  past: z.array(PastEvent).max(MOST_EVENTS).default([]),
});

export type Given = z.infer<typeof Given>;

export const TestOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ended'), code: ReasonCode }),
  z.strictObject({ kind: z.literal('waiting'), node: NodeId }),
  z.strictObject({ kind: z.literal('never-entered'), code: ReasonCode.exactOptional() }),
]);
export type TestOutcome = z.infer<typeof TestOutcome>;

const PathStep = z.strictObject({ node: NodeId, exit: textUpTo(60).min(1).exactOptional() });
export type PathStep = z.infer<typeof PathStep>;

const TestSend = z.strictObject({
  node: NodeId,
  channel: z.enum(['email', 'sms', 'webhook']),
  after: Span.exactOptional(),
});
export type TestSend = z.infer<typeof TestSend>;

/** What is left out is not looked at: without a path any path will do. */
export const Expected = z.strictObject({
  /** All nodes in the order in which the customer comes to them, over all passages. */
  path: z.array(PathStep).max(MOST_STEPS).exactOptional(),
  /** All of them, in order. */
  sends: z.array(TestSend).max(MOST_STEPS).default([]),
  /** How the last passage stands when the test is over. */
  ended: TestOutcome.exactOptional(),
});
export type Expected = z.infer<typeof Expected>;

export const JourneyTest = z
  .strictObject({
    format: StoredFormat,
    name: textUpTo(120).trim().min(1),
    customer: TestCustomer.prefault({}),
    startsAt: Instant,
    /** Of the workspace; the customer's own is their attribute `timezone`. */
    timeZone: textUpTo(60).refine(isTimeZone, 'must be a time zone such as Europe/Prague').exactOptional(),
    given: Given.exactOptional(),
    events: z.array(TestEvent).max(MOST_EVENTS),
    /** How long the test goes on. */
    until: Span,
    expected: Expected,
  })
  .superRefine(({ startsAt, events, until }, context) => {
    const start = Date.parse(startsAt);
    events.forEach((event, index) => {
      const at = instantOf(event, start);
      const field = event.at === undefined ? 'after' : 'at';
      const path = ['events', index, field];
      if (at < start) context.addIssue({ code: 'custom', path, message: 'must not be before startsAt' });
      if (at > start + durationMs(until)) {
        context.addIssue({ code: 'custom', path, message: 'must not be after the end; raise until' });
      }
    });
  });
export type JourneyTest = z.infer<typeof JourneyTest>;

/** When an event of a test happens (ms since 1970). */
export function instantOf({ after, at }: Pick<TestEvent, 'after' | 'at'>, start: number): number {
  if (at !== undefined) return Date.parse(at);
  return after === undefined ? start : start + durationMs(after);
}
