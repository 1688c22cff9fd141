// What is counted of a phase at one look: enough to work out every figure of the page again, and nothing more.
import { z } from 'zod';
import { Guardrail } from './design';

const Count = z.int().min(0);

/** A second value of each counted person, beside the metric's: what they did before, or what stands below a ratio's line. */
const Second = z.strictObject({
  mean: z.number(),
  variance: z.number(),
  covariance: z.number(),
  /** How many have any. */
  people: Count,
});

export const ArmStatistics = z.strictObject({
  /** The arm's id, or `holdout`. */
  arm: z.string(),
  /** People dealt the arm, in whatever other arm they were seen besides. */
  assigned: Count,
  /** People who count: exposed in this arm alone. */
  exposed: Count,
  /** Of these, people whose window is over. */
  matured: Count,
  /** People the figures below are of: all exposed, or only matured ones. */
  counted: Count,
  converted: Count,
  /** The metric's value per counted person, after the cap; 0 for those without. */
  mean: z.number(),
  /** With n − 1; 0 where there is nobody to vary. */
  variance: z.number(),
  second: Second.nullable().default(null),
  /** Value of orders per counted person, less refunds, after the cap. */
  revenue: z.number(),
  guardrails: z.record(Guardrail, Count),
});
export type ArmStatistics = z.infer<typeof ArmStatistics>;

/** What else is told of the same people: only what estimates need. */
export const SecondaryStatistics = z.strictObject({
  key: z.enum(['orders', 'revenue', 'order-value']),
  arms: z.array(
    ArmStatistics.pick({
      arm: true,
      counted: true,
      converted: true,
      mean: true,
      variance: true,
      second: true,
    }),
  ),
});
export type SecondaryStatistics = z.infer<typeof SecondaryStatistics>;

/** People by the shares they were dealt by; optimise mode only. Shares in percent of those who are not held out. */
const PeriodStatistics = z.strictObject({
  period: z.int(),
  shares: z.record(z.string(), z.number()),
  exposed: z.record(z.string(), Count),
});

export const LookStatistics = z.strictObject({
  arms: z.array(ArmStatistics),
  secondary: z.array(SecondaryStatistics).default([]),
  periods: z.array(PeriodStatistics).default([]),
  /** Events of counted people that say another currency than the workspace’s, and add nothing to any sum. */
  leftOut: Count.default(0),
  /** People exposed in two arms, left out of both. */
  twoArmPeople: Count,
  /** Values above it count as this; null where the metric adds nothing up. */
  cap: z.number().nullable(),
});
export type LookStatistics = z.infer<typeof LookStatistics>;

/** Of an arm in which nobody was seen. */
export function emptyArm(arm: string): ArmStatistics {
  const none = { assigned: 0, exposed: 0, matured: 0, counted: 0, converted: 0, mean: 0, variance: 0 };
  return {
    arm,
    ...none,
    second: null,
    revenue: 0,
    guardrails: { unsubscribed: 0, complained: 0, bounced: 0 },
  };
}
