// Which paths can be suggested for a value, by whose it is. What lies in lists has no path of its own.
import type { Suggestion, Suggestions } from '@/components/nodes/form-context';
import type { Test } from '@/lib/core/condition/condition';

export function knownPaths(
  subject: Test['subject'],
  { attributes, properties, saved }: Suggestions,
): Suggestion[] {
  const all = { attribute: attributes, property: properties, saved }[subject];
  return all.filter(({ value }) => !value.includes('[]'));
}
