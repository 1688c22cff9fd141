// The border between parsed values and jsonb columns.
import type { JsonObject } from '@/lib/core/json';

/** A document or program as its column wants it. Both hold nothing but JSON; only optional fields keep the types apart. */
export function storedJson(value: object): JsonObject {
  // Writing and reading drops absent optional fields, which is the one difference; what is left is JSON by construction.
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
