// Where in a customer's history something stands: exact where instants are not, because many events may share one.

/**
 * `seq` of the last event of the customer that had been worked by then; 0 for none. What stands at the event itself has
 * `at` and `turn` 0. What followed from it, or from a timer after it, has the instant (ms) and the turn in which it came.
 */
export interface Place {
  readonly seq: number;
  readonly at: number;
  readonly turn: number;
}

/** Below zero where the first comes first. */
export function comparePlaces(a: Place, b: Place): number {
  return a.seq - b.seq || a.at - b.at || a.turn - b.turn;
}
