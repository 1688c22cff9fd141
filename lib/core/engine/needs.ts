// What must be loaded before a batch can be applied, so that the shell reads in bulk and not for what touches nothing.
import type { Id } from '../id';
import type { CustomerEvent } from './customer-event';
import type { LiveRule } from './live-rule';
import { APPOINTMENT, ATTRIBUTE_CHANGED, type RuleIndex, SEGMENT_SIGNALS } from './rule-index';
import { candidateLists } from './rule-tree';
import { type Due, type SegmentNeeds, segmentNeeds } from './segment-needs';

interface EntrySearch {
  readonly customers: readonly Id<'cus'>[];
  readonly journeys: readonly Id<'jrn'>[];
}

export interface Needs {
  /** Whose attributes and waiting enrollments are read or written. Customers with a due timer come on top. */
  readonly customers: readonly Id<'cus'>[];
  /** For each of a group's customers it must be known when they last entered any of its journeys. */
  readonly entered: readonly EntrySearch[];
  /** Rules that may let somebody in. */
  readonly rules: readonly (readonly LiveRule[])[];
  /** Who may come into a segment or leave it. */
  readonly segments: SegmentNeeds;
}

/** The lists of rules that a name may reach, whatever else is known. */
function listsOf({ enrolling }: RuleIndex, name: string): readonly (readonly LiveRule[])[] {
  const tree = enrolling.get(name);
  return tree === undefined ? [] : [tree.all];
}

function listsFor(index: RuleIndex, { name, type, properties, traits }: CustomerEvent) {
  const tree = index.enrolling.get(name);
  const own = tree === undefined ? [] : candidateLists(tree, properties);
  const keys = type === 'identify' ? Object.keys(traits) : [];
  if (!keys.some((key) => index.watchedAttributes.has(key))) return own;
  const isDated = index.dateTriggers.some(({ attributes }) => attributes.some((name) => keys.includes(name)));
  return [...own, ...listsOf(index, ATTRIBUTE_CHANGED), ...(isDated ? listsOf(index, APPOINTMENT) : [])];
}

/**
 * What `applyBatch` will look at for these events and for what is due. Decided by names and properties alone, so it
 * may ask for a little too much, never for too little. An event that no rule could match and that brings no traits
 * needs nothing. Where steps can set things off, whatever they may reach is asked for as well.
 */
export function needs(index: RuleIndex, events: readonly CustomerEvent[], due: Due): Needs {
  const customers = new Set(due.appointments.map(({ customerId }) => customerId));
  const reached = new Map<readonly LiveRule[], Set<Id<'cus'>>>();
  const reach = (list: readonly LiveRule[], customerId: Id<'cus'>) =>
    reached.set(list, (reached.get(list) ?? new Set()).add(customerId));
  for (const event of events) {
    const lists = listsFor(index, event);
    const isTelling = event.type === 'identify' && Object.keys(event.traits).length > 0;
    const isHeard = lists.length > 0 || index.movingNames.has(event.name) || event.type === 'signal';
    if (isTelling || isHeard) customers.add(event.customerId);
    for (const list of lists) reach(list, event.customerId);
  }
  const segments = segmentNeeds(index, events, due, customers);
  for (const id of segments.customers) customers.add(id);
  const signalled =
    segments.customers.size > 0 ? SEGMENT_SIGNALS.flatMap((name) => listsOf(index, name)) : [];
  for (const list of signalled) for (const id of segments.customers) reach(list, id);
  const meetings = due.appointments.length > 0 ? listsOf(index, APPOINTMENT) : [];
  for (const list of meetings) for (const { customerId } of due.appointments) reach(list, customerId);
  if (index.setOff.size > 0) {
    for (const { customerId } of due.enrollments) customers.add(customerId);
    const lists = [...index.setOff].flatMap((name) => listsOf(index, name));
    for (const list of lists) for (const customerId of customers) reach(list, customerId);
  }
  return { customers: [...customers], entered: enteredBy(reached), rules: [...reached.keys()], segments };
}

/** Only journeys that do not take everybody again ask who was in them before, and dates, which come once. */
function enteredBy(reached: ReadonlyMap<readonly LiveRule[], ReadonlySet<Id<'cus'>>>): EntrySearch[] {
  return [...reached].flatMap(([list, customers]) => {
    const limited = list.filter(
      ({ program, event }) => program.reentry !== 'unlimited' || event === APPOINTMENT,
    );
    const journeys = [...new Set(limited.map(({ journeyId }) => journeyId))];
    return journeys.length === 0 ? [] : [{ customers: [...customers], journeys }];
  });
}
