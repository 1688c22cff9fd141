// By which value of an event two passages of one customer are told apart.
import type { Happening } from './naive-hear';

export function naiveKey(path: readonly string[] | null, { properties }: Happening): string {
  const value = path === null ? undefined : properties[path[0] ?? ''];
  return value === undefined || value === null || typeof value === 'object' ? '' : `${value}`;
}
