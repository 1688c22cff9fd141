// Why a whole request was turned away: the status, and what the client may do about it.

export interface RequestRefusal {
  readonly status: 400 | 401 | 404 | 405 | 413 | 503;
  readonly code: string;
  readonly message: string;
  readonly limit?: number;
  /** Where broken JSON broke. */
  readonly line?: number;
  readonly column?: number;
  readonly offset?: number;
  readonly retryAfterSeconds?: number;
}

/**
 * Overload and a database that is away. 503 rather than 429: both are retried by every client we know, but one client
 * (RudderStack's for Node) ends its host process on a 4xx. The pause is long enough to drain a full queue.
 */
export function unavailable(code: string, message: string): RequestRefusal {
  return { status: 503, code, message, retryAfterSeconds: 2 };
}
