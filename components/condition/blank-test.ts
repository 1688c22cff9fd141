// What a new line of a condition starts as.
import type { Group, Test } from '@/lib/core/condition/condition';

export function blankTest(subject: Test['subject']): Test {
  return { type: 'test', subject, path: [], operator: 'equals', value: '' };
}

export function blankGroup(subject: Test['subject']): Group {
  return { type: 'any', of: [blankTest(subject)] };
}
