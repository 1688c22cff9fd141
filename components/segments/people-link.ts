// Where the people behind a number are: the builder, with the condition that selects them.
import type { Condition } from '@/lib/core/condition/condition';

export function peopleLink(condition: Condition): string {
  return `/segments/new?${new URLSearchParams({ condition: JSON.stringify(condition) })}`;
}
