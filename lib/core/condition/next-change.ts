// When time alone may change the answer of a condition, so that somebody can look again just then.
import { durationMs } from '../duration';
import { comparisons } from './compare';
import { type Condition, type EventTest, isGroup, type Leaf } from './condition';
import { evaluate, type Facts } from './evaluate';
import { eventsMeant } from './event-test';

/** The last instant there is (ms), as for `Date`. */
const END_OF_TIME = 8.64e15;

const earliest = (instants: readonly number[]): number | null =>
  instants.length === 0 ? null : Math.min(...instants);

/** A window loses its events in the order in which they happened; the answer turns when enough of them are gone. */
function eventChangeAt(test: EventTest, facts: Facts): number | null {
  const { within, operator, count } = test;
  if (within === null || test.event === '') return null;
  const lengthMs = durationMs(within);
  const leaving = eventsMeant(test, facts)
    .map(({ at }) => at + lengthMs)
    .sort((a, b) => a - b);
  const holds = (left: number) => comparisons[operator](left, count);
  const isNow = holds(leaving.length);
  return leaving.find((_, index) => holds(leaving.length - index - 1) !== isNow) ?? null;
}

function leafChangeAt(leaf: Leaf, facts: Facts): number | null {
  return leaf.type === 'event' ? eventChangeAt(leaf, facts) : null;
}

/** As long as one part that settles the answer stays as it is, so does the answer. */
function settledUntil(parts: readonly Condition[], facts: Facts): number | null {
  const ends = parts.map((part) => changeAt(part, facts));
  const known = ends.filter((end) => end !== null);
  return known.length < ends.length ? null : Math.max(...known);
}

function changeAt(condition: Condition, facts: Facts): number | null {
  if (!isGroup(condition)) return leafChangeAt(condition, facts);
  const { type, of } = condition;
  const settling = of.filter((part) => evaluate(part, facts) === (type !== 'all'));
  if (settling.length > 0) return settledUntil(settling, facts);
  return earliest(of.flatMap((part) => changeAt(part, facts) ?? []));
}

/**
 * The earliest later instant (ms) at which the answer may change because time passes and for no other reason, or null
 * where it never will. Until then `evaluate` gives with the same facts and any later `now` the answer it gives now; from
 * then on it may give another one, and has to be asked again.
 */
export function nextChangeAt(condition: Condition, facts: Facts): number | null {
  const instant = changeAt(condition, facts);
  return instant === null || instant > END_OF_TIME ? null : instant;
}
