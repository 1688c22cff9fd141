// The one clock. Domain code asks here; tests and time travel move it.
import { runtime } from './runtime';

export function now(): Date {
  return new Date(Date.now() + runtime().clockOffsetMs);
}

/** Sets how far the clock of this process is from the machine's; time travel stores it so that others follow. */
export function setClockOffset(offsetMs: number): void {
  runtime().clockOffsetMs = offsetMs;
}

export function advanceClock(ms: number): void {
  setClockOffset(runtime().clockOffsetMs + ms);
}
