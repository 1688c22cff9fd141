// How often something was done, as people say it: "did" is at least once, "did not" is exactly never.
import type { Comparison, EventTest } from '@/lib/core/condition/condition';

export const frequencies = [
  'did',
  'did-not',
  'at-least',
  'at-most',
  'equals',
  'greater-than',
  'less-than',
] as const;
export type Frequency = (typeof frequencies)[number];

type Count = Pick<EventTest, 'operator' | 'count'>;

const plain: Readonly<Record<'did' | 'did-not', Count>> = {
  did: { operator: 'at-least', count: 1 },
  'did-not': { operator: 'equals', count: 0 },
};

export function frequencyOf({ operator, count }: Count): Frequency {
  if (operator === 'at-least' && count === 1) return 'did';
  return operator === 'equals' && count === 0 ? 'did-not' : operator;
}

/** Whether a number is asked for. */
export function isCounted(frequency: Frequency): frequency is Comparison {
  return frequency !== 'did' && frequency !== 'did-not';
}

/** The test asked with another frequency. A count starts at two, because once has words of its own. */
export function withFrequency(test: EventTest, frequency: Frequency): EventTest {
  if (!isCounted(frequency)) return { ...test, ...plain[frequency] };
  const isFresh = !isCounted(frequencyOf(test));
  return { ...test, operator: frequency, count: isFresh ? 2 : test.count };
}
