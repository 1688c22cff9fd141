// Compares what a formula gave with a reference value and says by path what differs: a test expects it to find nothing.
import type { Tolerance } from './statistics-vectors';

/**
 * Everything in `expected` that `actual` lacks or gives otherwise. Numbers agree when either tolerance suffices; everything else,
 * and every number where only `exact` is asked, has to be the same. Keys that `expected` does not have are not looked at.
 */
export function farFrom(actual: unknown, expected: unknown, tolerance: Tolerance, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return isNear(actual, expected, tolerance) ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(actual, expected) ? [] : [`${path}: ${String(actual)} instead of ${String(expected)}`];
  }
  if (typeof actual !== 'object' || actual === null)
    return [`${path}: ${String(actual)} is no list or object`];
  const found = new Map<string, unknown>(Object.entries(actual));
  const isLonger = Array.isArray(expected) && found.size !== expected.length;
  const own = isLonger ? [`${path}: ${found.size} entries instead of ${expected.length}`] : [];
  const inner = Object.entries(expected).map(([key, value]) =>
    farFrom(found.get(key), value, tolerance, `${path}.${key}`),
  );
  return [...own, ...inner.flat()];
}

function isNear(actual: number, expected: number, { rel = 0, abs = 0 }: Tolerance): boolean {
  const distance = Math.abs(actual - expected);
  return distance <= abs || distance <= rel * Math.abs(expected);
}
