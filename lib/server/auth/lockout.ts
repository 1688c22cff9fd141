// How long an account stays shut after wrong passwords: five are free, then one minute, doubling up to fifteen.

const freeFailures = 5;
const minuteMs = 60_000;
const longestMs = 15 * minuteMs;

/** @param failures how many wrong passwords in a row, this one included. Null: not locked. */
export function lockedUntil(failures: number, now: Date): Date | null {
  if (failures < freeFailures) return null;
  const ms = Math.min(minuteMs * 2 ** (failures - freeFailures), longestMs);
  return new Date(now.getTime() + ms);
}

/** Whole minutes to wait, at least one; null when the account is open. */
export function minutesLocked(until: Date | null, now: Date): number | null {
  const ms = (until?.getTime() ?? 0) - now.getTime();
  return ms > 0 ? Math.ceil(ms / minuteMs) : null;
}
