// What a look tells besides the metric: other figures of the same people, and what would not have come without the arms.
import { adjustedP } from './adjusted-p';
import { difference, intervalOf } from './difference';
import type { Estimate } from './estimate';
import { estimateArms } from './estimate-arms';
import { HOLDOUT_ARM } from './holdout-arm';
import { incrementality } from './incrementality';
import { boundOf, type LookedArm } from './look-arms';
import type { Incrementality, Secondary } from './look-figures';
import type { SecondaryStatistics } from './look-statistics';

const MEASURES = { orders: 'converted', revenue: 'sum', 'order-value': 'ratio' } as const;

/** p-values are adjusted over all figures and arms together, and decide nothing. */
export function secondaryFigures(
  secondary: readonly SecondaryStatistics[],
  arms: readonly LookedArm[],
  planned: number,
): Secondary[] {
  const found = secondary.flatMap((one) => compared(one, arms, planned));
  const tested = found.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = adjustedP.benjaminiHochberg(tested).values();
  return found.map(({ p, ...told }) => ({
    ...told,
    // As many come out as went in.
    adjustedP: p === null ? null : Number(adjusted.next().value),
  }));
}

function compared({ key, arms: counted }: SecondaryStatistics, arms: readonly LookedArm[], planned: number) {
  const known = counted.filter(({ arm }) => arms.some((looked) => looked.arm === arm));
  const { estimate } = estimateArms(MEASURES[key], known);
  const control = known.find(({ arm }) => arm !== HOLDOUT_ARM);
  return known.map((own) => {
    const [{ arm, mean }, value] = [own, estimate(own)];
    const gap = control === undefined || own === control ? null : difference(estimate(control), value);
    const told = { key, arm, value: key === 'revenue' ? mean : value.value };
    if (gap === null || control === undefined) return { ...told, difference: null, bounds: null, p: null };
    const bound = boundOf(arms, planned, [control.arm, arm]);
    const p = bound.p(gap.people, gap.value === 0 ? 0 : gap.value / gap.se);
    return { ...told, difference: gap.value, bounds: intervalOf(gap, bound.z(gap.people)), p };
  });
}

/** Of the metric, unless a ratio, which no number of people multiplies; and of revenue where it is something else. */
export function extraOf(
  measure: 'converted' | 'sum' | 'ratio',
  secondary: readonly SecondaryStatistics[],
  arms: readonly LookedArm[],
  planned: number,
): Incrementality[] {
  const revenue = secondary.find(({ key }) => key === 'revenue')?.arms ?? [];
  const earned = revenue.map(({ arm, counted, mean, variance }) => ({
    ...{ arm, estimate: { n: counted, value: mean, variance } },
  }));
  return [
    ...(measure === 'ratio' ? [] : extraBy('metric', arms, arms, planned)),
    ...extraBy('revenue', earned, arms, planned),
  ];
}

function extraBy(
  of: Incrementality['of'],
  told: readonly { readonly arm: string; readonly estimate: Estimate }[],
  arms: readonly LookedArm[],
  planned: number,
): Incrementality[] {
  const holdout = told.find(({ arm }) => arm === HOLDOUT_ARM);
  if (holdout === undefined) return [];
  return told.flatMap(({ arm, estimate }) => {
    if (arm === HOLDOUT_ARM) return [];
    const z = boundOf(arms, planned, [HOLDOUT_ARM, arm]).z(holdout.estimate.n + estimate.n);
    const found = incrementality(holdout.estimate, estimate, z);
    return found ? [{ arm, of, value: found.extra, ...found.extraInterval, share: found.share }] : [];
  });
}
