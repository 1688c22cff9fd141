// The machine's clock of this process, held still at an instant until it is set again: so that what is decided can be
// compared to the millisecond.
import { setClockOffset } from '../clock';

const machine = Date.now;

/** From here on it is `at` (ms since 1970), however long that takes. */
export function freezeClock(at: number): void {
  setClockOffset(0);
  Date.now = () => at;
}

/** The machine's own time again. */
export function thawClock(): void {
  Date.now = machine;
}
