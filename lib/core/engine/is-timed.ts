// Whether the answer of a condition may change by time alone, whatever the facts.
import { type Condition, type Leaf, leavesOf, type Operator } from '../condition/condition';
import { isFixed } from '../condition/date-test';

/** What is asked of a value that time does not touch. */
const TIMELESS: ReadonlySet<string> = new Set<Operator>([
  ...(['equals', 'not-equals', 'contains', 'not-contains', 'contains-any', 'contains-all'] as const),
  ...(['starts-with', 'ends-with', 'matches', 'greater-than', 'at-least', 'less-than', 'at-most'] as const),
  ...(['one-of', 'is-set', 'is-not-set'] as const),
]);

function isLeafTimed(leaf: Leaf): boolean {
  switch (leaf.type) {
    case 'event':
      return leaf.within !== null || leaf.measure !== undefined;
    case 'test':
      return !TIMELESS.has(leaf.operator);
    case 'date':
      return !isFixed(leaf);
    case 'journey':
    case 'message':
      return leaf.within !== null;
    case 'segment':
    case 'product':
    case 'sample':
    case 'consent':
    case 'arm':
      return false;
    default:
      return true;
  }
}

/** May say yes where time never changes anything; never no where it does. */
export function isTimed(condition: Condition): boolean {
  return leavesOf(condition).some(isLeafTimed);
}
