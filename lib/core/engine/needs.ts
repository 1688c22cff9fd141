// What must be loaded before a batch can be applied, so that the shell reads in bulk and not for what touches nothing.
import type { Id } from '../id';
import type { CustomerEvent } from './customer-event';
import type { LiveRule } from './live-rule';
import type { RuleIndex } from './rule-index';
import { candidateLists } from './rule-tree';

export interface Needs {
  /** Whose attributes and waiting enrollments are read or written. Customers with a due timer come on top. */
  readonly customers: readonly Id<'cus'>[];
  /** For each of these customers it must be known which of these journeys they were ever in. */
  readonly entered: { readonly customers: readonly Id<'cus'>[]; readonly journeys: readonly Id<'jrn'>[] };
}

/**
 * What `applyBatch` will look at for these events. Decided by names and properties alone, so it may ask for a little
 * too much, never for too little. An event that no rule could match and that brings no traits needs nothing.
 */
export function needs(index: RuleIndex, events: readonly CustomerEvent[]): Needs {
  const customers = new Set<Id<'cus'>>();
  const reachedBy = new Map<readonly LiveRule[], Set<Id<'cus'>>>();
  for (const event of events) {
    const tree = index.enrolling.get(event.name);
    const lists = tree === undefined ? [] : candidateLists(tree, event.properties);
    const isTelling = event.type === 'identify' && Object.keys(event.traits).length > 0;
    if (isTelling || lists.length > 0 || index.resumingEvents.has(event.name))
      customers.add(event.customerId);
    for (const list of lists) {
      reachedBy.set(list, (reachedBy.get(list) ?? new Set()).add(event.customerId));
    }
  }
  return { customers: [...customers], entered: enteredBy(reachedBy) };
}

/** Only journeys that let people in once ask who was in them before. */
function enteredBy(reachedBy: ReadonlyMap<readonly LiveRule[], ReadonlySet<Id<'cus'>>>): Needs['entered'] {
  const customers = new Set<Id<'cus'>>();
  const journeys = new Set<Id<'jrn'>>();
  for (const [list, reached] of reachedBy) {
    const once = list.filter(({ reentry }) => reentry === 'once');
    for (const { journeyId } of once) journeys.add(journeyId);
    if (once.length > 0) for (const id of reached) customers.add(id);
  }
  return { customers: [...customers], journeys: [...journeys] };
}
