// Between JSON and rows of a name and a text: what a marketer types means a number, yes or no, a list, or else text.
import type { Json, JsonObject } from '@/lib/core/json';

export interface Row {
  readonly name: string;
  readonly text: string;
}

export function rowsFromFacts(facts: JsonObject): Row[] {
  return Object.entries(facts).map(([name, value]) => ({ name, text: textOf(value) }));
}

/** Rows without a name are not there yet; of two with one name the later counts. */
export function factsFromRows(rows: readonly Row[]): JsonObject {
  const named = rows.filter(({ name }) => name.trim() !== '');
  return Object.fromEntries(named.map(({ name, text }) => [name.trim(), typedValue(text)]));
}

function textOf(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return typedValue(value) === value ? value : JSON.stringify(value);
}

function typedValue(text: string): Json {
  if (!/^\s*([[{"]|-?\d|true\s*$|false\s*$|null\s*$)/.test(text)) return text;
  try {
    // JSON.parse gives JSON; its declared type is any.
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
