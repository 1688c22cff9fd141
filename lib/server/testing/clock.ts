// Tests say what time it is.
import { setClockOffset } from '../clock';

/** Sets the product's clock; it goes on ticking from there. */
export function setNow(at: Date | string): void {
  setClockOffset(new Date(at).getTime() - Date.now());
}
