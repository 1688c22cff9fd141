// Waits whose time has come.
import type { Enrollment } from './enrollment';
import { inOrder } from './in-order';
import { type CustomerState, type Ledger, move } from './ledger';
import { findProgram } from './rule-index';

/** So many timers of one customer are caught up on before one event; the rest wait for the end of the batch. */
export const MAX_CATCH_UP = 1000;

type Due = Enrollment & { readonly wakeAt: number };

function dueBy({ index }: Ledger, { open }: CustomerState, instant: number): Due[] {
  const isDue = (enrollment: Enrollment): enrollment is Due =>
    enrollment.wakeAt !== null &&
    enrollment.wakeAt <= instant &&
    findProgram(index, enrollment) !== undefined;
  return inOrder([...open.values()].filter(isDue), ({ wakeAt }) => wakeAt);
}

/** Before an event: fires the customer's timers one after another, each at its own time, as if we had been there. */
export function catchUp(ledger: Ledger, state: CustomerState, until: number): void {
  for (let fired = 0; fired < MAX_CATCH_UP && state.open.size > 0; fired += 1) {
    const [first] = dueBy(ledger, state, until);
    if (first === undefined) return;
    move(ledger, state, first, { now: first.wakeAt, dueAt: first.wakeAt, cause: { kind: 'due' } });
  }
}

/** At the end of a batch: fires what is due once, at the present time, so that lateness shows and chains do not race. */
export function fireDue(ledger: Ledger, state: CustomerState, now: number): void {
  for (const enrollment of dueBy(ledger, state, now)) {
    move(ledger, state, enrollment, { now, dueAt: enrollment.wakeAt, cause: { kind: 'due' } });
  }
}
