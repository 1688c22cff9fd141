// Looking as often as one likes: bounds that hold at every look at once, and the p-value that belongs to them.

/** Tuned so that the bounds are narrowest about when the planned number of people is reached. */
function rhoSquared(alpha: number, planned: number): number {
  return (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / Math.max(1, planned);
}

/**
 * The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory and
 * asymptotic confidence sequences" (Annals of Statistics 2024, arXiv 2103.06476, equations 9, 155 and 161).
 * `people` are those of both arms so far, `planned` their planned total, at least 1 and frozen when the test starts; `alpha` in (0, 1)
 * is two-sided.
 */
export const alwaysValid = {
  /** What to put in place of the normal quantile: d ± z·se holds at all looks together. Infinite before there is anybody. */
  z(people: number, alpha: number, planned: number): number {
    if (people <= 0) return Number.POSITIVE_INFINITY;
    const scale = people * rhoSquared(alpha, planned);
    return Math.sqrt(((2 * (scale + 1)) / scale) * Math.log(Math.sqrt(scale + 1) / alpha));
  },
  /** The two-sided p-value for `z` = d/se: at most a exactly when z passes the bound of level a with the same tuning `alpha`. */
  p(people: number, z: number, alpha: number, planned: number): number {
    const scale = Math.max(0, people) * rhoSquared(alpha, planned);
    return Math.min(1, Math.sqrt(scale + 1) * Math.exp((-scale * z ** 2) / (2 * (scale + 1))));
  },
} as const;
