// The engine's inner loop: a batch of events and due timers goes in, everything to be written comes out.
import { applyEvent } from './apply-event';
import type { Batch, BatchOutcome } from './batch';
import { catchUp, fireDue } from './fire-timers';
import { closeLedger, openLedger, stateOf } from './ledger';

/**
 * Applies events and due timers. Pure and deterministic: the same batch gives the same ids, keys and decisions, so a
 * replay after a crash changes nothing; and how events are cut into batches makes no difference.
 *
 * Events are worked in the order of `seq`. The time of an event is when it reached us. Before it, the customer's timers
 * due by then fire, each at its own time. At the end, timers due by `now` fire at `now`, with `dueAt` saying since when
 * they are due. Enrollments whose version is not in the index stay as they are.
 */
export function applyBatch(batch: Batch): BatchOutcome {
  const ledger = openLedger(batch);
  for (const event of [...batch.events].sort((a, b) => a.seq - b.seq)) {
    const state = stateOf(ledger, event.customerId);
    catchUp(ledger, state, event.receivedAt);
    applyEvent(ledger, state, event);
  }
  for (const state of ledger.customers.values()) fireDue(ledger, state, batch.now);
  return closeLedger(ledger);
}
