// When time alone may change the answer of a condition, so that somebody can look again just then.
import { durationMs } from '../duration';
import { comparisons } from './compare';
import { type Condition, type EventTest, isGroup, type Leaf } from './condition';
import { turnsOfDate } from './date-test';
import { evaluate, type Facts, type PastEvent } from './evaluate';
import { eventsMeant } from './event-test';
import { turnsOfRecords } from './record-test';
import { turnsOfSequence } from './sequence-test';

const DAY_MS = 86_400_000;

/** The last instant there is (ms), as for `Date`. */
const END_OF_TIME = 8.64e15;

const earliest = (instants: readonly number[]): number | null =>
  instants.length === 0 ? null : Math.min(...instants);

/** So many moments are tried before somebody has to ask again: what is measured may turn at any of them. */
const MOST_TRIED = 50;

/** The first of these moments that turns the answer, or the one at which it is better to ask again. */
function firstTurn(leaf: Leaf, facts: Facts, moments: readonly number[]): number | null {
  const { now = 0 } = facts;
  const isNow = evaluate(leaf, facts);
  const later = [...new Set(moments)].filter((moment) => moment > now).sort((a, b) => a - b);
  const turn = later
    .slice(0, MOST_TRIED)
    .find((moment) => evaluate(leaf, { ...facts, now: moment }) !== isNow);
  return turn ?? later[MOST_TRIED] ?? null;
}

/** A window loses its events in the order in which they happened; a count turns when enough of them are gone. */
function countChangeAt({ operator, count }: EventTest, leaving: readonly number[]): number | null {
  const holds = (left: number) => comparisons[operator](left, count);
  const isNow = holds(leaving.length);
  return leaving.find((_, index) => holds(leaving.length - index - 1) !== isNow) ?? null;
}

/** A number of whole days turns when it comes to what it is compared with, or goes beyond. */
function daysTurn({ count }: EventTest, events: readonly PastEvent[]): number[] {
  return events.flatMap(({ at }) =>
    [Math.ceil(count), Math.floor(count) + 1].map((days) => at + days * DAY_MS),
  );
}

function eventChangeAt(test: EventTest, facts: Facts): number | null {
  const { event, within, measure } = test;
  if (event === '') return null;
  const events = eventsMeant(test, facts).sort((a, b) => a.at - b.at);
  const leaving = within === null ? [] : events.map(({ at }) => at + durationMs(within));
  if (measure === undefined) return countChangeAt(test, leaving);
  const isOfDays = measure.of === 'days-since-first' || measure.of === 'days-since-last';
  return firstTurn(test, facts, [...leaving, ...(isOfDays ? daysTurn(test, events) : [])]);
}

function leafChangeAt(leaf: Leaf, facts: Facts): number | null {
  switch (leaf.type) {
    case 'event':
      return eventChangeAt(leaf, facts);
    case 'date':
      return firstTurn(leaf, facts, turnsOfDate(leaf, facts));
    case 'sequence':
      return firstTurn(leaf, facts, turnsOfSequence(leaf, facts));
    case 'journey':
    case 'message':
      return firstTurn(leaf, facts, turnsOfRecords(leaf, facts));
    default:
      return null;
  }
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
