// Whether and when a failed attempt is made again.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The longest pause before the 2nd, 3rd … try; with the first, 6 tries within 24 hours and 10 within 76. */
const LONGEST_PAUSES_MS = {
  message: [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 5 * HOUR_MS, 17 * HOUR_MS],
  webhook: [
    5_000,
    5 * MINUTE_MS,
    30 * MINUTE_MS,
    2 * HOUR_MS,
    5 * HOUR_MS,
    10 * HOUR_MS,
    14 * HOUR_MS,
    20 * HOUR_MS,
    24 * HOUR_MS,
  ],
} as const;

const WINDOW_MS = { message: 24 * HOUR_MS, webhook: 76 * HOUR_MS } as const;

export interface FailedAttempt {
  readonly of: 'message' | 'webhook';
  /** 1 for the first try. */
  readonly attempt: number;
  /** transient: it may work later; permanent: it never will; unknown: nobody learnt how it ended. */
  readonly outcome: 'transient' | 'permanent' | 'unknown';
  /** When the first try began, and what time it is (ms since 1970). */
  readonly firstTriedAt: number;
  readonly now: number;
  /** Chance in [0, 1): spreads the tries of many that failed together. */
  readonly random: number;
  /** What the provider asked for, if it did. */
  readonly retryAfterMs: number | null;
}

export type RetryVerdict = { readonly kind: 'retry'; readonly at: number } | { readonly kind: 'give-up' };

/**
 * Full jitter: the pause is a random share of the longest pause allowed before that try (Brooker, "Exponential Backoff
 * and Jitter", 2015), and never shorter than the provider's Retry-After. A pause that would end after the whole window
 * gives up. A message whose fate is unknown is never tried again: it may have arrived. A webhook is, under the same id.
 */
export function retry(failed: FailedAttempt): RetryVerdict {
  const { of, attempt, outcome, firstTriedAt, now, random, retryAfterMs } = failed;
  const longest = LONGEST_PAUSES_MS[of][attempt - 1];
  const isFinal = outcome === 'permanent' || (outcome === 'unknown' && of === 'message');
  if (longest === undefined || isFinal) return { kind: 'give-up' };
  const at = now + Math.max(Math.round(random * longest), retryAfterMs ?? 0);
  return at - firstTriedAt > WINDOW_MS[of] ? { kind: 'give-up' } : { kind: 'retry', at };
}
