// What became of each event of a request, put together from the checks and from the database.
import type { Result } from '@/lib/core/result';
import type { EventRefusal, EventResult } from './event-refusal';
import type { IncomingEvent } from './incoming-event';
import type { EventOutcome } from './store-group';

export interface StoredEvents {
  /** Stored now. */
  readonly accepted: number;
  /** Stored before. */
  readonly duplicates: number;
  /** Only events there is something to say about. */
  readonly results: readonly EventResult[];
}

export type Checked = Result<IncomingEvent, EventRefusal>;

/** @param outcomes one for each event that passed the checks, in order */
export function resultsOf(checked: readonly Checked[], outcomes: readonly EventOutcome[]): StoredEvents {
  const results: EventResult[] = [];
  let next = 0;
  let accepted = 0;
  let duplicates = 0;
  checked.forEach((check, index) => {
    const outcome = check.ok ? outcomes[next++] : { status: 'refused' as const, remark: check.refusal };
    if (outcome?.status === 'stored') accepted += 1;
    if (outcome?.status === 'duplicate') duplicates += 1;
    if (!outcome?.remark) return;
    const status = outcome.status === 'stored' ? 'changed' : outcome.status;
    results.push({ index, status, ...outcome.remark });
  });
  return { accepted, duplicates, results };
}
