// The stretch of time that counts are taken over.
import { now } from '../clock';

const USUAL_MS = 30 * 86_400_000;

export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** Thirty days up to now, unless said otherwise. */
export function periodOf(asked: {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}): Period {
  const until = asked.until === undefined ? now() : new Date(asked.until);
  const from = asked.from === undefined ? new Date(until.getTime() - USUAL_MS) : new Date(asked.from);
  return { from, until };
}
