// Where to cut an integral over an arm's posterior, so that every panel is smooth.
import type { Posterior } from './posterior';

const PANELS = 8;

/** Edges of panels over [from, to]: eight equal ones (about two standard deviations each), and where another arm's posterior lies. */
export function panels(
  from: number,
  to: number,
  others: readonly Pick<Posterior, 'low' | 'mean' | 'high'>[],
): number[] {
  const even = Array.from({ length: PANELS + 1 }, (_, index) => from + ((to - from) * index) / PANELS);
  const bends = others.flatMap(({ low, mean, high }) => [low, mean, high]);
  return [...even, ...bends.filter((at) => at > from && at < to)];
}
