// When customers order a second time: Kaplan–Meier, which knows that whoever has not ordered again may still do so.

/** How many waited that many whole days: until they came back, or until today without coming back. */
export interface WaitingTally {
  readonly day: number;
  readonly returned: number;
  readonly censored: number;
}

export interface RepeatStep {
  readonly day: number;
  /** Who had waited that long without coming back, just before. */
  readonly atRisk: number;
  readonly returned: number;
  /** The share expected to have come back by the end of that day, and the ends of its 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z_95 = 1.959_963_984_540_054;

/**
 * 1 − S(t) with S(t) = ∏ (1 − d_i / n_i) over days with returns (Kaplan and Meier, JASA 1958). Whoever is censored on a day
 * was at risk through it. The interval is Greenwood's, on the scale log(−log S) so that it stays within 0 and 1
 * (Kalbfleisch and Prentice); where everybody came back S is 0 and the interval has no width.
 *
 * @param waits days from the first order to the second, each day once, in any order
 * @returns a step for each day on which somebody came back
 */
export function timeToRepeat(waits: readonly WaitingTally[]): RepeatStep[] {
  let atRisk = waits.reduce((total, { returned, censored }) => total + returned + censored, 0);
  let survival = 1;
  let spread = 0;
  const steps: RepeatStep[] = [];
  for (const { day, returned, censored } of [...waits].sort((a, b) => a.day - b.day)) {
    if (returned > 0) {
      survival *= 1 - returned / atRisk;
      spread += returned / (atRisk * (atRisk - returned));
      steps.push({ day, atRisk, returned, share: 1 - survival, ...boundsOf(survival, spread) });
    }
    atRisk -= returned + censored;
  }
  return steps;
}

function boundsOf(survival: number, spread: number): { low: number; high: number } {
  if (survival <= 0) return { low: 1, high: 1 };
  const width = (Z_95 * Math.sqrt(spread)) / Math.abs(Math.log(survival));
  return { low: 1 - survival ** Math.exp(-width), high: 1 - survival ** Math.exp(width) };
}

/** The share expected to have come back by the end of a day. */
export function shareBy(steps: readonly RepeatStep[], day: number): RepeatStep | null {
  return steps.findLast((step) => step.day <= day) ?? null;
}
