// How much may follow from one thing: journeys that cause each other in a circle must come to an end.
import type { CustomerState } from './ledger';

/** So many journeys may cause each other in a row; then the chain is a circle, and is cut. */
const MAX_DEPTH = 10;
/** So much may follow from one event or timer altogether, or journeys that answer each other twice would double it. */
const MAX_SET_OFF = 100;

/** Whether one more thing may follow, which is then counted. What happened by itself always may. */
export function mayFollow(state: CustomerState, depth: number): boolean {
  if (depth === 0) return true;
  if (depth > MAX_DEPTH || state.setOff >= MAX_SET_OFF) return false;
  state.setOff += 1;
  return true;
}
