// Parts of the same people looked at by themselves: segments, and those whom the message reached. Exploratory: it decides nothing.
import { chiSquared } from '../statistics/chi-squared';
import { adjustedP } from './adjusted-p';
import type { Metric } from './design';
import { difference } from './difference';
import type { Interval } from './estimate';
import { estimateArms } from './estimate-arms';
import { welchLook, zLook } from './fixed-look';
import { HOLDOUT_ARM } from './holdout-arm';
import type { SecondaryStatistics } from './look-statistics';

type Counted = SecondaryStatistics['arms'][number];

const LEAST_PER_ARM = 100;
const LEAST_CONVERSIONS = 25;

interface CellArm {
  readonly arm: string;
  readonly counted: number;
  readonly converted: number;
  readonly value: number;
  /** Against the first arm of the same cell, with its interval at 95 % of one look. */
  readonly difference: number | null;
  readonly bounds: Interval | null;
  /** Benjamini and Hochberg's, over all cells that are not thin. */
  readonly adjustedP: number | null;
}

export interface BrokenDown<Cell> {
  readonly cell: Cell;
  /** Fewer than 100 people in an arm, or 25 conversions together: too little to be read. */
  readonly isThin: boolean;
  readonly arms: readonly CellArm[];
}

/** @param arms ids in their order on the canvas; of those nobody was seen in, nothing is told */
export function breakDown<Cell>(
  { measure }: Pick<Metric, 'measure'>,
  arms: readonly string[],
  cells: readonly { readonly cell: Cell; readonly arms: readonly Counted[] }[],
): BrokenDown<Cell>[] {
  const found = cells.map(({ cell, arms: counted }) => {
    const known = arms.flatMap((id) => counted.find(({ arm }) => arm === id) ?? []);
    const conversions = known.reduce((sum, { converted }) => sum + converted, 0);
    const isFull = known.length === arms.length && known.every((one) => one.counted >= LEAST_PER_ARM);
    return { cell, isThin: !isFull || conversions < LEAST_CONVERSIONS, arms: compared(measure, known) };
  });
  const told = found.flatMap((one) => (one.isThin ? [] : one.arms.filter(({ p }) => p !== null)));
  const adjusted = adjustedP.benjaminiHochberg(told.map(({ p }) => Number(p)));
  const byArm = new Map(told.map((arm, at) => [arm, adjusted[at]]));
  return found.map(({ arms: known, ...one }) => ({
    ...one,
    arms: known.map((arm) => {
      const { p: _, ...figures } = arm;
      return { ...figures, adjustedP: byArm.get(arm) ?? null };
    }),
  }));
}

function compared(measure: Metric['measure'], known: readonly Counted[]) {
  const { estimate } = estimateArms(measure, known);
  const control = known.find(({ arm }) => arm !== HOLDOUT_ARM);
  return known.map((own) => {
    const { arm, counted, converted, mean } = own;
    const told = { arm, counted, converted, value: measure === 'sum' ? mean : estimate(own).value };
    const gap =
      control === undefined || own === control ? null : difference(estimate(control), estimate(own));
    if (gap === null || control === undefined) return { ...told, difference: null, bounds: null, p: null };
    const look = measure === 'sum' ? welchLook(estimate(control), estimate(own)) : null;
    const { p, interval } = look ?? zLook(gap);
    return { ...told, difference: gap.value, bounds: interval, p };
  });
}

/** Pearson's chi-squared of how many of each arm's people the message reached; p = 1 where it reached all, or nobody. */
export function deliveryBalance(
  arms: readonly { readonly people: number; readonly reached: number }[],
): number {
  const seen = arms.filter(({ people }) => people > 0);
  const people = seen.reduce((sum, arm) => sum + arm.people, 0);
  const share = seen.reduce((sum, arm) => sum + arm.reached, 0) / people;
  if (seen.length < 2 || !(share > 0 && share < 1)) return 1;
  const chi2 = seen.reduce(
    (sum, arm) => sum + (arm.reached - arm.people * share) ** 2 / (arm.people * share * (1 - share)),
    0,
  );
  return chiSquared.sf(chi2, seen.length - 1);
}
