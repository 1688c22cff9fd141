// Segments, arranged by what they mention, so that what happens costs only the segments it may concern.
import type { Condition } from '../condition/condition';
import { type ConditionNeeds, conditionNeeds, joinNeeds } from '../condition/condition-needs';
import { recordKeys } from '../condition/record-keys';
import type { Id } from '../id';
import { isSameJson, type JsonObject } from '../json';
import { isTimed } from './is-timed';

/** A segment whose members the engine keeps. */
export interface LiveSegment {
  readonly id: Id<'seg'>;
  readonly condition: Condition;
}

export interface IndexedSegment extends LiveSegment {
  readonly needs: ConditionNeeds;
  /** Whether time alone may change the answer. */
  readonly isTimed: boolean;
  /** Its place: behind every segment it is built on. */
  readonly order: number;
}

type Mentions = ReadonlyMap<string, readonly IndexedSegment[]>;

export interface SegmentIndex {
  readonly byId: ReadonlyMap<string, IndexedSegment>;
  readonly byEvent: Mentions;
  /** By the first key of the attribute. */
  readonly byAttribute: Mentions;
  readonly bySegment: Mentions;
  /** By the key of what is written down of customers. */
  readonly byRecord: Mentions;
  /** Whether time alone may bring anybody into any of them or out of it. */
  readonly isAnyTimed: boolean;
}

/** Each behind those it is built on. Where a circle was stored all the same, whoever is met first comes last. */
function inOrder(segments: readonly LiveSegment[]): IndexedSegment[] {
  const byId = new Map<string, LiveSegment>(segments.map((segment) => [segment.id, segment]));
  const placed = new Map<string, IndexedSegment>();
  const visited = new Set<string>();
  const visit = ({ id, condition }: LiveSegment) => {
    if (visited.has(id)) return;
    visited.add(id);
    const needs = conditionNeeds([condition]);
    for (const other of [...needs.segments].sort()) {
      const found = byId.get(other);
      if (found !== undefined) visit(found);
    }
    placed.set(id, { id, condition, needs, isTimed: isTimed(condition), order: placed.size });
  };
  for (const segment of [...segments].sort((a, b) => (a.id < b.id ? -1 : 1))) visit(segment);
  return [...placed.values()];
}

function mentions(
  segments: readonly IndexedSegment[],
  namesIn: (segment: IndexedSegment) => readonly string[],
): Mentions {
  const found = new Map<string, IndexedSegment[]>();
  for (const segment of segments) {
    for (const name of namesIn(segment)) found.set(name, [...(found.get(name) ?? []), segment]);
  }
  return found;
}

export function buildSegmentIndex(segments: readonly LiveSegment[]): SegmentIndex {
  const all = inOrder(segments);
  return {
    byId: new Map(all.map((segment) => [segment.id, segment])),
    byEvent: mentions(all, ({ needs }) => Object.keys(needs.events)),
    byAttribute: mentions(all, ({ needs }) => needs.attributes),
    bySegment: mentions(all, ({ needs }) => needs.segments),
    byRecord: mentions(all, ({ condition }) => recordKeys(condition)),
    isAnyTimed: all.some((segment) => segment.isTimed),
  };
}

const NONE: readonly IndexedSegment[] = [];

export function aboutEvent({ byEvent }: SegmentIndex, name: string): readonly IndexedSegment[] {
  return byEvent.get(name) ?? NONE;
}

export function aboutSegment({ bySegment }: SegmentIndex, id: string): readonly IndexedSegment[] {
  return bySegment.get(id) ?? NONE;
}

export function aboutRecord({ byRecord }: SegmentIndex, key: string): readonly IndexedSegment[] {
  return byRecord.get(key) ?? NONE;
}

/** Those that mention an attribute which has another value now. */
export function aboutChange(
  { byAttribute }: SegmentIndex,
  before: JsonObject,
  after: JsonObject,
): readonly IndexedSegment[] {
  if (byAttribute.size === 0 || before === after) return NONE;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const found = byAttribute.get(key);
    return found === undefined || isSameJson(before[key], after[key]) ? NONE : found;
  });
}

/** These and all that are built on them, each once. */
export function withDependents(index: SegmentIndex, segments: Iterable<IndexedSegment>): IndexedSegment[] {
  const found = new Set(segments);
  for (const { id } of found) for (const one of aboutSegment(index, id)) found.add(one);
  return [...found];
}

/** What must be known of a customer to judge these. */
export function needsOf(segments: readonly IndexedSegment[]): ConditionNeeds {
  const joined = joinNeeds(segments.map(({ needs }) => needs));
  return { ...joined, segments: [...new Set([...joined.segments, ...segments.map(({ id }) => id)])] };
}
