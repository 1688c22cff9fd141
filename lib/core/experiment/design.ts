// What an experiment sets out to find: chosen on the canvas before it starts, and fixed from then on.
import { z } from 'zod';
import { textUpTo } from '../text';

/** What the arms differ in; it decides from when on people count. */
const Difference = z.enum(['message', 'subject', 'send-time', 'channel', 'path', 'holdout']);

/** What must not get worse. A breach pauses an arm and never makes a winner. */
export const Guardrail = z.enum(['unsubscribed', 'complained', 'bounced']);
export type Guardrail = z.infer<typeof Guardrail>;

export const Metric = z.strictObject({
  /** The event that counts as a conversion. */
  event: textUpTo(200).default('Order Completed'),
  /**
   * converted: whether it happened at all in the window; sum: a property of it, added up, per exposed person; ratio: that
   * sum for each time that `per` happened, e.g. revenue per order.
   */
  measure: z.enum(['converted', 'sum', 'ratio']).default('converted'),
  /** Of the event, for `sum` and `ratio`; empty: how often the event happened. */
  property: textUpTo(150).default('total'),
  /** The event below the line of a ratio. */
  per: textUpTo(200).default('Order Completed'),
  better: z.enum(['higher', 'lower']).default('higher'),
  /** From the exposure on; one hour to thirty days. */
  windowHours: z.number().default(120),
});
export type Metric = z.infer<typeof Metric>;

/**
 * fixed-window: looked at all the time and settled at the declared end. open-ended: until it is sure. test-then-send: one
 * look at the end, and whoever comes later gets the better one. optimise: shares follow what is seen, and nothing is proven.
 */
const ExperimentMode = z.enum(['fixed-window', 'open-ended', 'test-then-send', 'optimise']);

export const ExperimentDesign = z.strictObject({
  hypothesis: textUpTo(500).default(''),
  differs: Difference.default('message'),
  metric: Metric.prefault({}),
  guardrails: z.array(Guardrail).max(3).default(['unsubscribed', 'complained', 'bounced']),
  /** The smallest lift worth finding, in percent of the first arm's figure. */
  smallestLift: z.number().default(20),
  /** How sure one wants to be of finding it, in percent. */
  power: z.number().default(80),
  mode: ExperimentMode.default('fixed-window'),
  days: z.number().default(28),
  /** promote: new entries take the winner at once; ask: somebody has to say so. */
  onWinner: z.enum(['promote', 'ask']).default('promote'),
  /** What new entries get when the end brings no winner. `best` is shown as not proven. */
  withoutWinner: z.enum(['keep', 'baseline', 'best']).default('keep'),
});
export type ExperimentDesign = z.infer<typeof ExperimentDesign>;

/** Opens are made by machines and clicks cannot happen to those who got nothing. */
const OPENED = /\bopen(ed|s)?\b/i;
const CLICKED = /\bclick(ed|s)?\b/i;

export interface DesignFault {
  readonly code: 'bad-number' | 'empty-event-name' | 'empty-name' | ExperimentProblem;
  /** Path into the design. */
  readonly field: string;
  readonly params?: Readonly<Record<string, number>>;
}

type ExperimentProblem = 'shorter-than-window' | 'promotes-by-opens' | 'clicks-with-holdout';

/** Why an experiment cannot start as it is set up; arms and weights apart. */
export function designFaults(design: ExperimentDesign, hasHoldout: boolean): DesignFault[] {
  const { metric, days } = design;
  const faults = [
    ...metricFaults(design, hasHoldout),
    ...outside('metric.windowHours', metric.windowHours, 1, 720),
    ...outside('days', days, 1, 365),
    ...outside('smallestLift', design.smallestLift, 1, 500),
    ...outside('power', design.power, 50, 99),
  ];
  const hasEnd = design.mode === 'fixed-window' || design.mode === 'test-then-send';
  if (hasEnd && days * 24 < metric.windowHours) faults.push({ field: 'days', code: 'shorter-than-window' });
  return faults;
}

function metricFaults({ metric, onWinner, mode }: ExperimentDesign, hasHoldout: boolean): DesignFault[] {
  const { event, measure, property, per } = metric;
  const faults: DesignFault[] = [];
  const add = (code: DesignFault['code'], field = 'metric.event') => faults.push({ code, field });
  if (event.trim() === '') add('empty-event-name');
  const actsAlone = onWinner === 'promote' || mode === 'optimise';
  if (actsAlone && OPENED.test(event)) add('promotes-by-opens');
  if (hasHoldout && CLICKED.test(event)) add('clicks-with-holdout');
  if (measure === 'sum' && property.trim() === '') add('empty-name', 'metric.property');
  if (measure === 'ratio' && per.trim() === '') add('empty-event-name', 'metric.per');
  return faults;
}

function outside(field: string, value: number, least: number, most: number): DesignFault[] {
  return value >= least && value <= most ? [] : [{ field, code: 'bad-number', params: { least, most } }];
}
