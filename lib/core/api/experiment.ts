// Experiments on the wire: where they stand, what each look said, and whom they are about.
import { z } from 'zod';
import { ExperimentDesign } from '../experiment/design';
import { ArmReport, LookReport } from '../experiment/look-figures';
import { LookStatistics } from '../experiment/look-statistics';
import { PhaseDesign } from '../experiment/phase-design';
import { PhaseOutcome } from '../experiment/phase-outcome';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

const PhaseState = z
  .enum(['running', 'decided', 'stopped', 'ended'])
  .describe(
    'running: looked at by the hour; decided: new entries take one arm; stopped: over; ended: replaced by another phase.',
  );
export type PhaseState = z.infer<typeof PhaseState>;

const Phase = z.object({
  phase: z.number(),
  state: PhaseState,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  outcome: PhaseOutcome.nullable(),
});

export const ExperimentSummary = Phase.extend({
  id: idOf('exp'),
  name: z.string(),
  journeyId: idOf('jrn'),
  journeyName: z.string(),
  nodeId: idOf('nod'),
  arms: z.array(z.object({ id: z.string(), name: z.string() })),
  people: z.number().describe('Exposed people at the last look.'),
  verdict: LookReport.shape.verdict.nullable().describe('Of the last look; null before the first one.'),
});
export type ExperimentSummary = z.infer<typeof ExperimentSummary>;

export const ExperimentDetail = ExperimentSummary.extend({
  design: PhaseDesign,
  planned: z.number().describe('People planned for all arms together, frozen at the start.'),
  isCurrent: z.boolean().describe('Whether the live journey deals by this phase.'),
  look: z.number().describe('How many looks were taken.'),
  lookedAt: Instant.nullable(),
  nextLookAt: Instant.nullable().describe('When the next look is due; null once there is none to come.'),
  currency: z.string().describe('Of every amount; what was paid in another one is in no sum.'),
  report: LookReport.nullable(),
  phases: z.array(Phase),
});
export type ExperimentDetail = z.infer<typeof ExperimentDetail>;

export const ExperimentVerdict = ExperimentSummary.pick({
  ...{ id: true, name: true, journeyId: true, journeyName: true, arms: true, phase: true, state: true },
}).extend({
  isCurrent: z.boolean().describe('Whether the live journey deals by this phase: then it can be undone.'),
  outcome: PhaseOutcome,
});
export type ExperimentVerdict = z.infer<typeof ExperimentVerdict>;

export const ListExperiments = PageQuery.extend({
  state: PhaseState.optional().describe('Only experiments whose newest phase is in this state.'),
});
export type ListExperiments = z.infer<typeof ListExperiments>;

export const ExperimentRef = z.strictObject({ id: idOf('exp') });
export type ExperimentRef = z.infer<typeof ExperimentRef>;

const OfPhase = {
  phase: z.coerce.number().int().min(1).max(100_000).optional().describe('Left out: the newest one.'),
};

export const FindExperiment = z.strictObject({ ...ExperimentRef.shape, ...OfPhase });
export type FindExperiment = z.infer<typeof FindExperiment>;

export const ExperimentLook = z.object({
  look: z.number(),
  at: Instant,
  arms: z.array(ArmReport),
  verdict: LookReport.shape.verdict,
  statistics: LookStatistics,
});
export type ExperimentLook = z.infer<typeof ExperimentLook>;

export const ListLooks = PageQuery.extend(OfPhase);
export type ListLooks = z.infer<typeof ListLooks>;

export const ListExposed = PageQuery.extend({
  ...OfPhase,
  arm: textUpTo(60).min(1).optional().describe('An arm’s id, or `holdout`. Left out: all of them.'),
  who: z
    .enum([
      ...(['assigned', 'exposed', 'matured', 'converted', 'delivered'] as const),
      ...(['unsubscribed', 'complained', 'bounced', 'two-arms'] as const),
    ])
    .default('exposed')
    .describe('two-arms: seen in two arms, and therefore left out of the figures.'),
  look: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('As of this look, whose figures they then are. Left out: now.'),
  segment: idOf('seg').optional().describe('Only who was in this segment when they began to count.'),
});
export type ListExposed = z.infer<typeof ListExposed>;

export const ExposedPerson = z.object({
  customerId: idOf('cus'),
  customerLabel: z.string(),
  arm: z.string(),
  assignedAt: Instant,
  exposedAt: Instant.nullable(),
});
export type ExposedPerson = z.infer<typeof ExposedPerson>;

const CellArm = z.object({
  arm: z.string(),
  counted: z.number(),
  converted: z.number(),
  value: z.number().describe('The metric’s figure.'),
  difference: z.number().nullable().describe('Against the first arm of the same part.'),
  bounds: z.object({ low: z.number(), high: z.number() }).nullable().describe('Of one look, at 95 %.'),
  adjustedP: z.number().nullable().describe('Benjamini and Hochberg’s, over all parts.'),
});

const Cell = z.object({
  isThin: z.boolean().describe('Fewer than 100 people in an arm, or 25 conversions: too little to be read.'),
  arms: z.array(CellArm).readonly(),
});

export const ExperimentBreakdown = z.object({
  look: z.number().nullable().describe('Of which look this is; null before the first one.'),
  at: Instant,
  segments: z
    .array(Cell.extend({ id: idOf('seg'), name: z.string() }))
    .describe('By the segments people were in when they began to count. Exploratory.'),
  delivered: Cell.extend({
    p: z.number().describe('The chance of a delivery this uneven, were it the same for all arms.'),
    balance: z.array(z.object({ arm: z.string(), people: z.number(), reached: z.number() })),
  })
    .nullable()
    .describe('Only whom the message reached; null where arms do not all send at once over one channel.'),
});
export type ExperimentBreakdown = z.infer<typeof ExperimentBreakdown>;

export const PromoteArm = z.strictObject({ id: idOf('exp'), arm: textUpTo(60).min(1) });
export type PromoteArm = z.infer<typeof PromoteArm>;

export const PlanExperiment = z.strictObject({
  journeyId: idOf('jrn'),
  /** Of everybody, in percent; the holdout among them. */
  weights: z.array(z.number().min(0).max(100)).max(11),
  design: ExperimentDesign,
});
export type PlanExperiment = z.infer<typeof PlanExperiment>;

const Audience = z.object({
  people: z
    .number()
    .nullable()
    .describe(
      'People who did, in the last 28 days, an event that starts the journey, and as its filter asks; null where no event starts it, or where that is too costly to tell.',
    ),
  segments: z
    .array(z.object({ id: idOf('seg'), name: z.string(), size: z.number() }))
    .describe('The segments that start the journey, with how many are in each now.'),
});

export const ExperimentForecast = z.object({
  audience: Audience.describe('Whom the journey would let in, as its draft stands.'),
  people: z.number().describe('People who came in the last 28 days.'),
  peoplePerDay: z.number(),
  /** Share who did it, or mean per person, in the last 28 days; null where nobody came. */
  baseline: z.number().nullable(),
  perArm: z
    .number()
    .nullable()
    .describe('People needed in the smallest arm; null where the past gives no plan.'),
  days: z.number().nullable().describe('At the traffic of the last 28 days; null without traffic.'),
  power: z
    .array(z.object({ lift: z.number(), power: z.number().nullable() }))
    .describe('How likely a lift of so many percent is found in the days set.'),
});
export type ExperimentForecast = z.infer<typeof ExperimentForecast>;
