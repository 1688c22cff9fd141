// When the holdout may be drawn anew: seldom, because whoever is held out has to stay so long enough to be compared.

/** A quarter: people who change sides more often than that are on neither. */
const LEAST_BETWEEN_MS = 90 * 86_400_000;

/** @param drawnAt when the draw in force began (ms) @returns from when another may follow (ms) */
export function redrawFrom(drawnAt: number): number {
  return drawnAt + LEAST_BETWEEN_MS;
}
