// Many comparisons at once: p-values made larger, so that looking at many things finds no more by chance than looking at one.

/** p-values in the order they were given, adjusted as R's p.adjust does, never above 1. */
export const adjustedP = {
  /** Each times how many there are. */
  bonferroni: (ps: readonly number[]): number[] => ps.map((p) => Math.min(1, p * ps.length)),

  /** Holm's step down (Scandinavian Journal of Statistics 1979): the chance of any false alarm. For arms against a control. */
  holm: (ps: readonly number[]): number[] => stepped(ps, (left, right) => left - right, holmFactor, Math.max),

  /** Benjamini and Hochberg's step up (JRSS B 1995): the share of false alarms. For secondary metrics and cells of segments. */
  benjaminiHochberg: (ps: readonly number[]): number[] =>
    stepped(ps, (left, right) => right - left, risingFactor, Math.min),
} as const;

const holmFactor = (count: number, step: number) => count - step;
const risingFactor = (count: number, step: number) => count / (count - step);

/** Walks the values in order; none may come out on the wrong side of the one before it. */
function stepped(
  ps: readonly number[],
  order: (left: number, right: number) => number,
  factor: (count: number, step: number) => number,
  worse: (left: number, right: number) => number,
): number[] {
  const adjusted = ps.map(() => 1);
  let before: number | null = null;
  const ranked = ps.map((p, index) => ({ p, index })).sort((left, right) => order(left.p, right.p));
  for (const [step, { p, index }] of ranked.entries()) {
    const own = p * factor(ps.length, step);
    before = before === null ? own : worse(before, own);
    adjusted[index] = Math.min(1, before);
  }
  return adjusted;
}
