// The Retry-After header: seconds or a date, as milliseconds from now. A server may not put a message off for ever.
import { now } from '../clock';

const LONGEST_MS = 24 * 3_600_000;

export function retryAfterMs(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now().getTime() : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_MS);
}
