// A stretch of the story that is lived through in one go.

/** Moments in ms; what lies at `from` belongs to it, what lies at `to` does not. */
export interface Step {
  readonly from: number;
  readonly to: number;
}

export const isIn = ({ from, to }: Step, at: number) => at >= from && at < to;

/** One after another without a gap; the last one is as long as is left. */
export function stepsBetween(from: number, until: number, ms: number): Step[] {
  const count = Math.ceil((until - from) / ms);
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * ms,
    to: Math.min(until, from + (index + 1) * ms),
  }));
}
