// The condition tree that filters, branches and (later) segments share.
import { z } from 'zod';
import { Duration } from '../duration';
import { idOf } from '../id';
import { textUpTo } from '../text';

/** Keys from the outside in. Empty while the marketer has not chosen; a limit on depth keeps evaluation cheap. */
export const Path = z.array(textUpTo(150)).max(10);
const Scalar = z.union([textUpTo(1000), z.number(), z.boolean()]);

/**
 * What one value is asked. `is-set` and `is-not-set` take no value; `one-of`, `contains-any` and `contains-all` take a
 * list; the others take one. `matches` takes a pattern (see `pattern.ts`).
 */
export const Operator = z.enum([
  'equals',
  'not-equals',
  'contains',
  'not-contains',
  'contains-any',
  'contains-all',
  'starts-with',
  'ends-with',
  'matches',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'one-of',
  'is-set',
  'is-not-set',
]);
export type Operator = z.infer<typeof Operator>;

/** A test of one value: a customer's attribute, a property of the event at hand, or what a node kept for later. */
export const Test = z.strictObject({
  type: z.literal('test'),
  subject: z.enum(['attribute', 'property', 'saved']),
  path: Path,
  operator: Operator,
  value: z.union([Scalar, z.array(Scalar).max(100)]).exactOptional(),
});
export type Test = z.infer<typeof Test>;

/** How two numbers are compared. */
export const Comparison = z.enum(['equals', 'at-least', 'at-most', 'greater-than', 'less-than']);
export type Comparison = z.infer<typeof Comparison>;

/** What of the events is compared: a number they have as a property, or for how many whole days the first or last is over. */
export const Measure = z.strictObject({
  of: z.enum(['sum', 'average', 'smallest', 'largest', 'days-since-first', 'days-since-last']),
  /** Where the number is; nothing for the days. */
  property: Path.default([]),
});
export type Measure = z.infer<typeof Measure>;

/** Days as `2026-03-01`, both included, as the workspace's clock shows them; empty where there is no bound. */
const Days = z.strictObject({ from: textUpTo(10).default(''), to: textUpTo(10).default('') });

/** One item of a list among the event's properties fulfils all of it: a product that was bought. */
const Items = z.strictObject({
  path: Path.default(['products']),
  where: z.array(Test).max(20).default([]),
});

/** What the customer did, and how often: `equals 0` is "did not". */
export const EventTest = z.strictObject({
  type: z.literal('event'),
  event: textUpTo(200).default(''),
  /** What the event's own properties must say, all of it. */
  where: z.array(Test).max(20).default([]),
  /** Some item of a list must say all of that as well. */
  items: Items.exactOptional(),
  /** Left out, it is counted how often. */
  measure: Measure.exactOptional(),
  operator: Comparison.default('at-least'),
  /** What the count or the measure is compared with. */
  count: z.number().default(1),
  /** Only within this time before now; null looks back as far as events are kept. */
  within: Duration.nullable().default(null),
  between: Days.exactOptional(),
  /** Only since the customer entered the journey. */
  sinceEntry: z.boolean().default(false),
});
export type EventTest = z.infer<typeof EventTest>;

export const SegmentTest = z.strictObject({
  type: z.literal('segment'),
  segmentId: idOf('seg').nullable().default(null),
  isMember: z.boolean().default(true),
});
export type SegmentTest = z.infer<typeof SegmentTest>;

/** What the catalogue says of a product now: a fixed one, or the one that a property of the event at hand names. */
export const ProductTest = z.strictObject({
  type: z.literal('product'),
  sku: textUpTo(150).default(''),
  /** Where it is not empty, the property that holds the SKU. */
  path: Path.default([]),
  /** Pieces left, or the price in minor units of the workspace's currency. */
  field: z.enum(['stock', 'price']).default('stock'),
  operator: Comparison.default('at-least'),
  value: z.number().default(1),
});
export type ProductTest = z.infer<typeof ProductTest>;

/** A date that is an attribute of the customer, a property of the event at hand, or what a node kept. */
export const DateTest = z.strictObject({
  type: z.literal('date'),
  subject: z.enum(['attribute', 'property', 'saved']).default('attribute'),
  path: Path.default([]),
  /** `before`, `on` and `after` look at `date`, all others at `days`, of which 0 is today. */
  operator: z
    .enum([
      ...([
        'before',
        'on',
        'after',
        'within-last',
        'within-next',
        'more-than-ago',
        'more-than-ahead',
      ] as const),
      ...(['anniversary-within-last', 'anniversary-within-next'] as const),
    ])
    .default('within-last'),
  /** `2026-03-01`. */
  date: textUpTo(10).default(''),
  days: z.number().default(7),
});
export type DateTest = z.infer<typeof DateTest>;

const Deed = z.strictObject({
  event: textUpTo(200).default(''),
  where: z.array(Test).max(20).default([]),
});

/** The customer did one thing and then another in time, or did not. */
export const SequenceTest = z.strictObject({
  type: z.literal('sequence'),
  first: Deed.prefault({}),
  next: Deed.prefault({}),
  isFollowed: z.boolean().default(true),
  /** How soon the second must follow the first. */
  within: Duration.prefault({ amount: 3, unit: 'days' }),
  /** How long ago the first may have been; null for as long as events are kept. */
  lookBack: Duration.nullable().default(null),
});
export type SequenceTest = z.infer<typeof SequenceTest>;

/** So many of a hundred customers, drawn by chance but always the same; another salt draws others. */
export const SampleTest = z.strictObject({
  type: z.literal('sample'),
  percent: z.number().default(10),
  salt: textUpTo(60).default(''),
});
export type SampleTest = z.infer<typeof SampleTest>;

/** What the customer agreed to on a channel: the newest word counts; `none` is no word at all. */
export const ConsentTest = z.strictObject({
  type: z.literal('consent'),
  channel: z.enum(['email', 'sms']).default('email'),
  state: z.enum(['opted-in', 'opted-out', 'none']).default('opted-in'),
});
export type ConsentTest = z.infer<typeof ConsentTest>;

/** Where the customer stands with a journey: any of their passages through it. */
export const JourneyTest = z.strictObject({
  type: z.literal('journey'),
  journeyId: idOf('jrn').nullable().default(null),
  /** `completed` is to have come to its end by itself or by a goal. */
  state: z.enum(['inside', 'entered', 'converted', 'completed']).default('inside'),
  isSo: z.boolean().default(true),
  /** How long ago they entered, converted or completed at most; null for ever. Says nothing of who is inside. */
  within: Duration.nullable().default(null),
});
export type JourneyTest = z.infer<typeof JourneyTest>;

/** How many messages the customer was sent. What they did with them comes as events. */
export const MessageTest = z.strictObject({
  type: z.literal('message'),
  /** Null for any. */
  channel: z.enum(['email', 'sms']).nullable().default(null),
  journeyId: idOf('jrn').nullable().default(null),
  /** `sent` holds what was delivered, and what only the sandbox got. */
  outcome: z.enum(['sent', 'delivered', 'failed', 'refused']).default('sent'),
  operator: Comparison.default('at-least'),
  count: z.number().default(1),
  within: Duration.nullable().default(null),
});
export type MessageTest = z.infer<typeof MessageTest>;

/** Which arm of an experiment the customer was dealt, in any phase. */
export const ArmTest = z.strictObject({
  type: z.literal('arm'),
  journeyId: idOf('jrn').nullable().default(null),
  nodeId: idOf('nod').nullable().default(null),
  arm: textUpTo(60).default(''),
  isIn: z.boolean().default(true),
});
export type ArmTest = z.infer<typeof ArmTest>;

const leaves = [
  ...([Test, EventTest, SegmentTest, ProductTest, DateTest, SequenceTest, SampleTest] as const),
  ...([ConsentTest, JourneyTest, MessageTest, ArmTest] as const),
] as const;

/** A condition without parts. */
export type Leaf = z.infer<(typeof leaves)[number]>;

export interface Group {
  type: 'all' | 'any' | 'none';
  of: Condition[];
}

/** A leaf, or a group of conditions: all, any or none of them hold. An empty `all` holds for everybody. */
export type Condition = Leaf | Group;

export function isGroup(condition: Condition): condition is Group {
  return condition.type === 'all' || condition.type === 'any' || condition.type === 'none';
}

/** Whether nothing was chosen yet: a group without parts. */
export function isUnset(condition: Condition): boolean {
  return isGroup(condition) && condition.of.length === 0;
}

/** All leaves of a condition, in the order in which they are written. */
export function leavesOf(condition: Condition): Leaf[] {
  return isGroup(condition) ? condition.of.flatMap(leavesOf) : [condition];
}

/** How many groups may lie inside each other. A bound, because a hostile tree must not exhaust the stack. */
export const MAX_GROUP_DEPTH = 5;

function conditionUpTo(depth: number): z.ZodType<Condition> {
  if (depth === 0) return z.discriminatedUnion('type', leaves);
  const of = z.array(conditionUpTo(depth - 1)).max(50);
  return z.discriminatedUnion('type', [
    ...leaves,
    z.strictObject({ type: z.enum(['all', 'any', 'none']), of }),
  ]);
}

export const Condition: z.ZodType<Condition> = conditionUpTo(MAX_GROUP_DEPTH);

/** The filter of a rule: a marketer's condition beside what the node itself asks. */
export const RuleFilter: z.ZodType<Condition> = conditionUpTo(MAX_GROUP_DEPTH + 1);
