// Recency and frequency of buyers as scores from 1 to 5, by the quintiles of the shop itself.
// Source: score = 1 + floor(5 · (number strictly lower) / N), so that equals share a score.

/** Buyers alike: whole days since their last order, how many orders they made, and what they spent (minor or major alike). */
export interface BuyerCell {
  readonly days: number;
  readonly orders: number;
  readonly people: number;
  readonly revenue: number;
}

export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** From how many orders, and up to how many whole days ago, a score is reached; null where nobody reaches it. */
export interface Bounds {
  readonly days: Readonly<Record<Score, number | null>>;
  readonly orders: Readonly<Record<Score, number | null>>;
}

export function rfmBounds(cells: readonly BuyerCell[]): Bounds {
  // More recent is better: days are counted backwards.
  const days = lowestOf(cells.map((cell) => ({ value: -cell.days, people: cell.people })));
  const orders = lowestOf(cells.map((cell) => ({ value: cell.orders, people: cell.people })));
  return {
    days: byScore((score) => {
      const value = days(score);
      return value === null ? null : Math.abs(value);
    }),
    orders: byScore(orders),
  };
}

/** The score of so many whole days, or of so many orders: the highest one whose bound is reached. */
function scoreOf(isReached: (score: Score) => boolean): Score {
  return scores.filter(isReached).reduce<Score>((highest, score) => (score > highest ? score : highest), 1);
}

export function recencyScore({ days }: Bounds, ago: number): Score {
  return scoreOf((score) => ago <= (days[score] ?? Number.NEGATIVE_INFINITY));
}

export function frequencyScore({ orders }: Bounds, count: number): Score {
  return scoreOf((score) => count >= (orders[score] ?? Number.POSITIVE_INFINITY));
}

interface Counted {
  readonly value: number;
  readonly people: number;
}

/** The lowest value that has the score or a higher one. */
function lowestOf(counted: readonly Counted[]): (score: Score) => number | null {
  const sorted = counted.toSorted((a, b) => a.value - b.value);
  const total = counted.reduce((sum, { people }) => sum + people, 0);
  const lowest = new Map<number, number>();
  let lower = 0;
  for (const [index, { value, people }] of sorted.entries()) {
    const score = 1 + Math.floor((5 * lower) / total);
    // Only the first of equals tells how many are strictly lower.
    const isFirst = sorted[index - 1]?.value !== value;
    if (isFirst && !lowest.has(score)) lowest.set(score, value);
    lower += people;
  }
  return (score) => {
    const reached = [...lowest].filter(([at]) => at >= score).map(([, value]) => value);
    return reached.length === 0 ? null : Math.min(...reached);
  };
}

function byScore(bound: (score: Score) => number | null): Readonly<Record<Score, number | null>> {
  return { 1: bound(1), 2: bound(2), 3: bound(3), 4: bound(4), 5: bound(5) };
}
