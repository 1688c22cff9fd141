// Spreads what has piled up over hours: evenly over many, and for each one always at the same place.
import { hash53 } from '../hash';

const HOUR_MS = 3_600_000;

/** An instant (ms) in the `hours` that follow `now`, drawn by hash from the id; `now` itself for no hours. */
export function spreadOver(id: string, hours: number, now: number): number {
  return now + Math.floor((hash53(id, 2) / 2 ** 53) * hours * HOUR_MS);
}
