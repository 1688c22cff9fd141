// One figure, one JSON line.
export interface Figure {
  readonly suite: string;
  readonly name: string;
  /** `none` where no database takes part. */
  readonly engine: 'pglite' | 'postgresql' | 'none';
  readonly value: number;
  readonly unit: string;
  /** What to reach, e.g. `>= 0.7`; null where the figure is only told. */
  readonly target: string | null;
  readonly ok: boolean | null;
}

type Target = { readonly atLeast: number } | { readonly atMost: number } | null;

export function printFigure(
  figure: Omit<Figure, 'target' | 'ok' | 'value'>,
  value: number,
  target: Target,
): void {
  const rounded = Number(value.toPrecision(4));
  process.stdout.write(`${JSON.stringify({ ...figure, value: rounded, ...judged(value, target) })}\n`);
}

function judged(value: number, target: Target): Pick<Figure, 'target' | 'ok'> {
  if (target === null) return { target: null, ok: null };
  if ('atLeast' in target) return { target: `>= ${target.atLeast}`, ok: value >= target.atLeast };
  return { target: `<= ${target.atMost}`, ok: value <= target.atMost };
}
