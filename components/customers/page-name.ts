// What a visited page or screen is called: the event's own name only says that one was viewed.
import type { JsonObject } from '@/lib/core/json';

/** The first of these that is told, best for a reader first. */
const named = ['name', 'title', 'path', 'url'] as const;

export function pageName(properties: JsonObject): string | null {
  for (const property of named) {
    const value = properties[property];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}
