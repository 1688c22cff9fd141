// Whom a journey would let in, as its drawing stands: who did what starts it, and the segments that do.
import type { Condition, EventTest, Test } from '../condition/condition';
import type { Id } from '../id';
import type { JourneyDocument } from '../journey/document';
import { segmentProblems } from '../segment/segment-problems';

/** The past that an experiment is planned by. */
const WITHIN = { amount: 28, unit: 'days' } as const;

interface EntryAudience {
  /** Of everybody who did an event that starts the journey within the last 28 days; null where no event does. */
  readonly didEvent: Condition | null;
  readonly segmentIds: readonly Id<'seg'>[];
}

/**
 * An event's own properties are asked as they were when it happened, and the customer as they are now. A filter that mixes both in
 * one choice cannot be asked afterwards: the event counts without it.
 */
export function entryAudience({ nodes }: Pick<JourneyDocument, 'nodes'>): EntryAudience {
  const deeds = nodes.flatMap((node) =>
    node.type === 'event-trigger' && node.data.event.trim() !== ''
      ? [deedOf(node.data.event, node.data.filter)]
      : [],
  );
  const segments = nodes.flatMap((node) =>
    node.type === 'segment-trigger' && node.data.segmentId !== null ? [node.data.segmentId] : [],
  );
  return {
    didEvent: deeds.length === 0 ? null : { type: 'any', of: deeds },
    segmentIds: [...new Set(segments)],
  };
}

function deedOf(event: string, filter: Condition | null): Condition {
  const parts = filter === null ? [] : partsOf(filter);
  const deed: EventTest = {
    ...{ type: 'event', event, operator: 'at-least', count: 1, within: WITHIN, sinceEntry: false },
    where: [],
  };
  const where = parts.filter(isOfEvent).filter((test) => isAskable({ ...deed, where: [test] }));
  const others = parts.filter((part) => !isOfEvent(part) && isAskable(part));
  const done = { ...deed, where };
  return others.length === 0 ? done : { type: 'all', of: [done, ...others] };
}

/** What must hold side by side. */
function partsOf(condition: Condition): readonly Condition[] {
  return condition.type === 'all' ? condition.of.flatMap(partsOf) : [condition];
}

const isOfEvent = (part: Condition): part is Test => part.type === 'test' && part.subject === 'property';

/** Finished, and about no event at hand. */
const isAskable = (condition: Condition) => segmentProblems(condition, '').length === 0;
