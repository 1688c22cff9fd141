// What was seen lately as suggestions: dotted paths, each with a value seen there, and the kinds and values themselves.
import type { Suggestion } from '@/components/nodes/form-context';
import type { SeenPaths } from '@/lib/core/api/seen';

export function seenSuggestions(seen: SeenPaths | undefined): Suggestion[] {
  return (seen?.data ?? []).map(({ path, kinds, values }) => ({
    value: path.join('.'),
    hint: String(values[0]?.value ?? ''),
    kinds,
    values: values.map(({ value }) => value),
  }));
}
