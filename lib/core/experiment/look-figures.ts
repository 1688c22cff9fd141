// What a look says, as it is stored, sent and shown. Apart from its making, so that pages need no distributions.
import { z } from 'zod';
import { Guardrail } from './design';
import { ArmStatistics, SecondaryStatistics } from './look-statistics';

const Bounds = z.strictObject({ low: z.number(), high: z.number() });

/** An arm compared with the first one, by the bounds that hold at every look. */
const Against = z.strictObject({
  difference: z.number(),
  se: z.number(),
  /** What stands in the place of the normal quantile. */
  z: z.number(),
  p: z.number(),
  lift: z.number().nullable(),
  /** Of the lift; null where the baseline is too small for a percentage. */
  interval: Bounds.nullable(),
});
export type Against = z.infer<typeof Against>;

export const ArmReport = z.strictObject({
  ...ArmStatistics.shape,
  name: z.string(),
  weight: z.number(),
  /** The metric's figure; of sums before it is corrected by history. */
  value: z.number().default(0),
  /** Wilson's interval at 95 %. */
  rate: z.strictObject({ value: z.number(), ...Bounds.shape }),
  /** Null for the first arm, and where there is too little to compare. */
  against: Against.nullable(),
  /** To be the best of the arms that get something, and what choosing it may cost; null without people in it and in another. */
  chance: z.number().nullable(),
  loss: z.number().nullable(),
});
export type ArmReport = z.infer<typeof ArmReport>;

/** What an arm brought that would not have come without it, with its bounds. */
const Incrementality = z.strictObject({
  arm: z.string(),
  of: z.enum(['metric', 'revenue']).default('metric'),
  value: z.number(),
  ...Bounds.shape,
  /** Part of what the arm reached that is owed to it; null where it reached nothing. */
  share: z.number().nullable(),
});
export type Incrementality = z.infer<typeof Incrementality>;

/** What else is told of an arm. `adjustedP` is Benjamini and Hochberg's over all of them. */
const Secondary = z.strictObject({
  key: SecondaryStatistics.shape.key,
  arm: z.string(),
  value: z.number(),
  difference: z.number().nullable(),
  bounds: Bounds.nullable(),
  adjustedP: z.number().nullable(),
});
export type Secondary = z.infer<typeof Secondary>;

const Gate = z.enum(['arms', 'split', 'two-arms', 'guardrail', 'time', 'people', 'conversions']);

const Verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running') }),
  z.strictObject({ kind: z.literal('unhealthy') }),
  z.strictObject({
    kind: z.literal('winner'),
    arm: z.string(),
    by: z.enum(['early', 'end', 'set-hour']),
  }),
  z.strictObject({ kind: z.literal('no-winner'), bestPerformer: z.string().nullable() }),
  /** Optimise mode, where nothing is proven: the leader takes all once hardly anything is left to gain. */
  z.strictObject({ kind: z.literal('optimising') }),
  z.strictObject({ kind: z.literal('settled'), arm: z.string() }),
]);

export const LookReport = z.strictObject({
  arms: z.array(ArmReport),
  verdict: Verdict,
  /** What is still missing for a decision. */
  unmet: z.array(Gate),
  leader: z.string().nullable(),
  isOver: z.boolean(),
  /** The chance of a split this uneven, were it fair. */
  splitP: z.number(),
  twoArmPeople: z.number(),
  twoArmShare: z.number(),
  maturedShare: z.number(),
  breaches: z.array(z.strictObject({ guardrail: Guardrail, arm: z.string() })),
  incrementality: z.array(Incrementality),
  secondary: z.array(Secondary).default([]),
  /** By how much of what people did before their figures were corrected; null where they were not. */
  theta: z.number().nullable().default(null),
  /** Optimise mode: what to deal from now on, in percent of those who are not held out; null where that stays as it is. */
  shares: z.record(z.string(), z.number()).nullable().default(null),
  /** Until the planned people are there, at the pace so far; null before anybody came. */
  daysLeft: z.number().nullable(),
  /** Events in another currency, which no sum of this look has in it. */
  leftOut: z.number().default(0),
  /** Values above it count as this; null where nothing is added up. */
  cap: z.number().nullable(),
  /** Which version of the rule said so. */
  rule: z.number(),
});
export type LookReport = z.infer<typeof LookReport>;
