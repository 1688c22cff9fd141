// Which paths lead to a value in recent events, each with a value seen there.
import type { Suggestion } from '@/components/nodes/form-context';
import type { Json, JsonObject } from '@/lib/core/json';

const DEEPEST = 3;
const MOST = 60;

/** Dotted paths, those seen in most samples first. Lists are not entered: a path names keys only. */
export function sampledPaths(samples: readonly JsonObject[]): Suggestion[] {
  const seen = new Map<string, { count: number; hint: string }>();
  for (const sample of samples) {
    for (const [path, value] of pathsIn(sample, '', DEEPEST)) {
      const known = seen.get(path);
      seen.set(path, { count: (known?.count ?? 0) + 1, hint: known?.hint || shown(value) });
    }
  }
  return [...seen]
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([value, { hint }]) => ({ value, hint }));
}

function pathsIn(value: JsonObject, prefix: string, depth: number): [string, Json][] {
  return Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    if (key === '' || key.includes('.')) return [];
    const path = `${prefix}${key}`;
    const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    if (isObject && Object.keys(inner).length > 0)
      return depth > 1 ? pathsIn(inner, `${path}.`, depth - 1) : [];
    return [[path, inner]];
  });
}

function shown(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'object' ? '' : String(value).slice(0, 40);
}
