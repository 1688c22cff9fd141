// What a condition asks of events alone, so that it can be answered from them without looking at a customer.
import { type Condition, type EventTest, isGroup } from '@/lib/core/condition/condition';

/** The tests of events that the condition is made of, all of which must hold; none where it asks anything else. */
export function deedsOf(condition: Condition): EventTest[] {
  if (condition.type === 'event') return [condition];
  if (!isGroup(condition) || condition.type === 'none') return [];
  if (condition.type === 'any' && condition.of.length !== 1) return [];
  const parts = condition.of.map(deedsOf);
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}
