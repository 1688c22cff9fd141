// Which segments a batch may have to judge, and for whom: decided by names alone, so it may ask for too much, never too little.
import type { Id } from '../id';
import type { CustomerAppointment, SegmentDue } from './batch';
import type { CustomerEvent } from './customer-event';
import type { Enrollment } from './enrollment';
import { RECORD_CHANGED, type RuleIndex, SEGMENT_SIGNALS } from './rule-index';
import { aboutEvent, aboutRecord, aboutSegment, type IndexedSegment, withDependents } from './segment-index';

/** What is due in a batch. */
export interface Due {
  readonly enrollments: readonly Enrollment[];
  readonly appointments: readonly CustomerAppointment[];
  readonly segments: readonly SegmentDue[];
}

export interface SegmentNeeds {
  readonly customers: ReadonlySet<Id<'cus'>>;
  readonly asked: readonly IndexedSegment[];
}

const NOTHING: SegmentNeeds = { customers: new Set(), asked: [] };

function askedBy({ segments }: RuleIndex, { type, name, properties, traits }: CustomerEvent) {
  if (type !== 'signal') {
    const told = type === 'identify' ? Object.keys(traits) : [];
    return [...aboutEvent(segments, name), ...told.flatMap((key) => segments.byAttribute.get(key) ?? [])];
  }
  if (name === RECORD_CHANGED) return aboutRecord(segments, String(properties.record));
  const { segment_id } = properties;
  return SEGMENT_SIGNALS.includes(name) && typeof segment_id === 'string'
    ? aboutSegment(segments, segment_id)
    : [];
}

/** @param others whom anything else in the batch concerns: what steps set off may reach any of them */
export function segmentNeeds(
  index: RuleIndex,
  events: readonly CustomerEvent[],
  due: Due,
  others: ReadonlySet<Id<'cus'>>,
): SegmentNeeds {
  const { segments, setOffSegments } = index;
  if (segments.byId.size === 0) return NOTHING;
  const asked = new Set<IndexedSegment>();
  const customers = new Set<Id<'cus'>>();
  const ask = (customerId: Id<'cus'>, those: readonly IndexedSegment[]) => {
    if (those.length > 0) customers.add(customerId);
    for (const one of those) asked.add(one);
  };
  for (const event of events) ask(event.customerId, askedBy(index, event));
  for (const { customerId, segmentId } of due.segments) {
    const segment = segments.byId.get(segmentId);
    if (segment !== undefined) ask(customerId, [segment]);
  }
  if (setOffSegments.length > 0) {
    const moved = due.enrollments.map(({ customerId }) => customerId);
    // Who comes or leaves may enter a journey by it, or be moved in one.
    const isHeard = (name: string) => index.enrolling.has(name) || index.movingNames.has(name);
    const told = SEGMENT_SIGNALS.some(isHeard) ? [...customers] : [];
    for (const customerId of [...others, ...moved, ...told]) ask(customerId, setOffSegments);
  }
  return { customers, asked: withDependents(segments, asked) };
}
