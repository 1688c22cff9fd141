// What recent attributes or properties hold: which paths, which kinds of value, which values.
import type { SeenKind, SeenPath } from '../api/seen';
import type { Json, JsonObject } from '../json';

const DEEPEST = 3;
const MOST_PATHS = 200;
/** More distinct values than this are an id or a free text: nobody chooses among them, and they cost memory. */
const MOST_DISTINCT = 500;
const MOST_VALUES = 12;
const LONGEST = 60;
const MOST_ITEMS = 20;

type Scalar = string | number | boolean;

interface Seen {
  count: number;
  readonly kinds: Map<SeenKind, number>;
  readonly values: Map<Scalar, number>;
}

/**
 * Paths to values in the samples, those in most samples first. `[]` in a path stands for the items of a list, where those
 * are objects. Keys that dotted text cannot name are left out. Null counts as not being there. A text and a number never are one value.
 */
export function seenPaths(samples: readonly JsonObject[]): SeenPath[] {
  const found = new Map<string, Seen>();
  for (const sample of samples) {
    for (const [path, value] of valuesIn(sample, '', DEEPEST)) {
      const seen = found.get(path) ?? { count: 0, kinds: new Map(), values: new Map() };
      found.set(path, seen);
      note(seen, value);
    }
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.count - one.count || a.localeCompare(b))
    .slice(0, MOST_PATHS)
    .map(([path, { count, kinds, values }]) => ({
      path: path.split('.'),
      count,
      kinds: byCount(kinds).map(([kind]) => kind),
      values: byCount(values)
        .slice(0, MOST_VALUES)
        .map(([value, times]) => ({ value, count: times })),
    }));
}

function note(seen: Seen, value: Scalar | Json[]): void {
  seen.count += 1;
  add(seen.kinds, kindOf(value));
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === 'object' || (typeof one === 'string' && one.length > LONGEST)) continue;
    if (seen.values.has(one) || seen.values.size < MOST_DISTINCT) add(seen.values, one);
  }
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount<Key>(counts: Map<Key, number>): [Key, number][] {
  return [...counts].sort(([, one], [, other]) => other - one);
}

function kindOf(value: Scalar | Json[]): SeenKind {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'yes-no';
  return typeof value === 'number' ? 'number' : 'text';
}

function valuesIn(value: JsonObject, prefix: string, depth: number): [string, Scalar | Json[]][] {
  return Object.entries(value).flatMap(([key, inner]): [string, Scalar | Json[]][] => {
    if (key === '' || key.includes('.') || inner === null) return [];
    const path = `${prefix}${key}`;
    if (Array.isArray(inner)) return [[path, inner], ...itemsIn(inner, `${path}.[].`, depth)];
    if (typeof inner !== 'object') return [[path, inner]];
    return depth > 1 ? valuesIn(inner, `${path}.`, depth - 1) : [];
  });
}

function itemsIn(list: readonly Json[], prefix: string, depth: number): [string, Scalar | Json[]][] {
  if (depth === 1) return [];
  return list.slice(0, MOST_ITEMS).flatMap((item) => {
    const isThing = typeof item === 'object' && item !== null && !Array.isArray(item);
    return isThing ? valuesIn(item, prefix, 1) : [];
  });
}
