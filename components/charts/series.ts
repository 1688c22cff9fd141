// What charts draw: places along the x axis, and series with a value at each of them.

/** What a number counts, so that axes, tables and hints write it one way. Shares are fractions of 1. */
export type ChartUnit = 'count' | 'share' | 'number' | { readonly currency: string };

/** The colour of a series, by token. */
export type ChartTone =
  | 'accent'
  | 'person'
  | 'flow'
  | 'data'
  | 'message'
  | 'entry'
  | 'webhook'
  | 'sms'
  | 'neutral';

/** The order in which series without a colour of their own take one. */
const chartTones: readonly ChartTone[] = [
  'accent',
  'person',
  'flow',
  'data',
  'message',
  'entry',
  'webhook',
  'sms',
];

/** A place along the x axis. `at` is its position where places are not evenly apart. */
export interface ChartPlace {
  readonly label: string;
  readonly at?: number;
}

export interface ChartPoint {
  /** Null where there is nothing to tell: never drawn, blank in the table. */
  readonly value: number | null;
  /** The ends of an interval around the value. */
  readonly low?: number;
  readonly high?: number;
  /** The period is not over: what is shown is "so far". */
  readonly isUnfinished?: boolean;
  /** Where the people behind the value are. */
  readonly href?: string;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** Left out, the next of the common order. */
  readonly tone?: ChartTone;
  /** One for each place, in the same order. */
  readonly points: readonly ChartPoint[];
}

export interface ChartProps {
  readonly title: string;
  /** How the numbers are reckoned, in words. Shown on hover and focus beside the title. */
  readonly definition: string;
  /** What the places are: "Month", "Day". */
  readonly placeTitle: string;
  readonly places: readonly ChartPlace[];
  readonly series: readonly ChartSeries[];
  readonly unit: ChartUnit;
  /** Shown instead of the drawing where there is nothing to draw. */
  readonly emptyText?: string;
  /** In pixels. */
  readonly height?: number;
}

export interface TonedSeries extends ChartSeries {
  readonly tone: ChartTone;
}

export function withTones(series: readonly ChartSeries[]): TonedSeries[] {
  return series.map((one, index) => ({
    ...one,
    tone: one.tone ?? chartTones[index % chartTones.length] ?? 'neutral',
  }));
}

export function hasValues(series: readonly ChartSeries[]): boolean {
  return series.some(({ points }) => points.some(({ value }) => value !== null));
}
