// What must be known before a condition can be judged, so that a batch loads it in bulk.
import { z } from 'zod';
import { durationMs } from '../duration';
import { type Condition, type Leaf, leavesOf, type SequenceTest } from './condition';

export const RecordKind = z.enum(['consent', 'journey', 'message', 'arm']);
export type RecordKind = z.infer<typeof RecordKind>;

/** Everything that a condition may look at beyond the event at hand. All of it can be stored as JSON. */
export interface ConditionNeeds {
  /** The first keys of the attributes' paths. */
  readonly attributes: readonly string[];
  /** How far back (ms) events of a name are looked at; null for as long as they are kept. */
  readonly events: Readonly<Record<string, number | null>>;
  readonly segments: readonly string[];
  /** What is written down of customers. */
  readonly records: readonly RecordKind[];
  readonly skus: readonly string[];
  /** Properties of the event at hand that hold a SKU. */
  readonly skuPaths: readonly (readonly string[])[];
}

export const NO_NEEDS: ConditionNeeds = {
  attributes: [],
  events: {},
  segments: [],
  records: [],
  skus: [],
  skuPaths: [],
};

function needsOfLeaf(leaf: Leaf): ConditionNeeds {
  switch (leaf.type) {
    case 'test':
    case 'date': {
      const [first] = leaf.path;
      return { ...NO_NEEDS, attributes: leaf.subject === 'attribute' && first !== undefined ? [first] : [] };
    }
    case 'event': {
      if (leaf.event === '') return NO_NEEDS;
      return { ...NO_NEEDS, events: { [leaf.event]: leaf.within && durationMs(leaf.within) } };
    }
    case 'sequence':
      return { ...NO_NEEDS, events: eventsOf(leaf) };
    case 'sample':
      return NO_NEEDS;
    case 'consent':
    case 'journey':
    case 'message':
    case 'arm':
      return { ...NO_NEEDS, records: [leaf.type] };
    case 'segment':
      return { ...NO_NEEDS, segments: leaf.segmentId === null ? [] : [leaf.segmentId] };
    case 'product':
      if (leaf.path.length > 0) return { ...NO_NEEDS, skuPaths: [leaf.path] };
      return { ...NO_NEEDS, skus: leaf.sku === '' ? [] : [leaf.sku] };
  }
}

/** What follows a beginning is no longer ago than the beginning itself. */
function eventsOf({ first, next, lookBack }: SequenceTest): ConditionNeeds['events'] {
  const names = [first.event, next.event].filter((name) => name !== '');
  return Object.fromEntries(names.map((name) => [name, lookBack && durationMs(lookBack)]));
}

function furthest(all: readonly ConditionNeeds[]): ConditionNeeds['events'] {
  const windows = new Map<string, number | null>();
  for (const { events } of all) {
    for (const [name, window] of Object.entries(events)) {
      const known = windows.get(name);
      const isEndless = window === null || known === null;
      windows.set(name, isEndless ? null : Math.max(window, known ?? 0));
    }
  }
  return Object.fromEntries(windows);
}

/** All needs together; of two windows over one event the longer one counts. */
export function joinNeeds(all: readonly ConditionNeeds[]): ConditionNeeds {
  const unique = (pick: (needs: ConditionNeeds) => readonly string[]) => [...new Set(all.flatMap(pick))];
  const paths = new Map(all.flatMap(({ skuPaths }) => skuPaths).map((path) => [JSON.stringify(path), path]));
  return {
    attributes: unique(({ attributes }) => attributes),
    events: furthest(all),
    segments: unique(({ segments }) => segments),
    records: RecordKind.options.filter((kind) => all.some(({ records }) => records.includes(kind))),
    skus: unique(({ skus }) => skus),
    skuPaths: [...paths.values()],
  };
}

export function conditionNeeds(conditions: readonly Condition[]): ConditionNeeds {
  return joinNeeds(conditions.flatMap(leavesOf).map(needsOfLeaf));
}
