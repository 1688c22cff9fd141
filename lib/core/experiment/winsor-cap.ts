// Cuts the few enormous orders down, so that one customer cannot decide an experiment.

/** One in a thousand exposed people is cut. */
const WINSOR_LEVEL = 0.999;

/**
 * The cap: percentile `level` by linear interpolation (R's type 7, PostgreSQL's percentile_cont) over ALL exposed people of all arms
 * together, zeros included. Every value above it counts as the cap. Null without people.
 */
export function winsorCap(values: readonly number[], level = WINSOR_LEVEL): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (sorted.length - 1) * level;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (at - Math.floor(at));
}
