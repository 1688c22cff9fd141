// Repeats a draw and tells how often it came true. Every figure has its own chance, so one may be left out without moving the others.
import { hash53 } from '../../../core/hash';
import { type Random, seeded } from '../../chaos/random';
import { printFigure } from '../figure';

export interface Simulation {
  readonly runs: number;
  readonly seed: number;
}

type Target = { readonly atMost: number } | { readonly atLeast: number };

interface Asked {
  readonly name: string;
  /** What the share has to keep to; null where it is only told. */
  readonly target: Target | null;
  /** The target is what the formula promises exactly, so chance lies on either side of it: three standard errors are let pass. */
  readonly isExact?: boolean;
  /** Part of the runs that is enough, where one run is long. */
  readonly part?: number;
}

/** The share of runs in which `trial` came true, printed as a figure. */
export function tellShare(
  { runs, seed }: Simulation,
  { name, target, isExact = false, part = 1 }: Asked,
  trial: (random: Random) => boolean,
): void {
  const random = seeded(seed + hash53(name));
  const own = Math.max(1, Math.round(runs * part));
  let count = 0;
  for (let run = 0; run < own; run += 1) if (trial(random)) count += 1;
  tell(name, 'share', count / own, isExact && target ? nearly(target, own) : target);
}

export function tell(name: string, unit: string, value: number, target: Target | null): void {
  printFigure({ suite: 'experiments', name, engine: 'none', unit }, value, target);
}

function nearly(target: Target, runs: number): Target {
  const share = 'atMost' in target ? target.atMost : target.atLeast;
  const slack = 3 * Math.sqrt((share * (1 - share)) / runs);
  const [most, least] = [share + slack, share - slack].map((bound) => Number(bound.toFixed(4)));
  return 'atMost' in target ? { atMost: most ?? 1 } : { atLeast: least ?? 0 };
}
