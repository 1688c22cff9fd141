// Why a condition does not hold: the tests that made it fail, each with the value it found.
import type { Json } from '../json';
import { type Condition, isGroup, type Leaf } from './condition';
import { evaluate, type Facts } from './evaluate';
import { testedPair } from './tested-values';

/** A test that did not come out as the condition needs it. */
export interface FailedTest {
  readonly leaf: Leaf;
  /** What the test looked at, by dotted name, e.g. `property.total`, and what it found; null where there is nothing. */
  readonly name: string;
  readonly actual: Json;
  /** False inside `none`: the test holds, and must not. */
  readonly shouldHold: boolean;
  /** False where nobody knows any more what it found; then `actual` is null. */
  readonly isKnown: boolean;
}

export interface Explanation {
  /** Null where that hangs on something that is not known any more. */
  readonly holds: boolean | null;
  /** Empty where the condition holds, and where a group without parts can never hold. */
  readonly failed: readonly FailedTest[];
}

type IsKnown = (leaf: Leaf) => boolean;

/** Whether the condition holds by what is known, or null where that does not settle it. */
function judge(condition: Condition, facts: Facts, isKnown: IsKnown): boolean | null {
  if (!isGroup(condition)) return isKnown(condition) ? evaluate(condition, facts) : null;
  const settling = condition.type !== 'all';
  const parts = condition.of.map((part) => judge(part, facts, isKnown));
  if (parts.includes(settling)) return condition.type === 'any';
  return parts.includes(null) ? null : condition.type !== 'any';
}

/** The tests that keep the condition from coming out as `shouldHold` says; none where it does. */
function blame(condition: Condition, facts: Facts, isKnown: IsKnown, shouldHold: boolean): FailedTest[] {
  const held = judge(condition, facts, isKnown);
  if (held === shouldHold) return [];
  if (isGroup(condition)) {
    const isEachWanted = condition.type === 'none' ? !shouldHold : shouldHold;
    // Where what is known settles it, what is not known is not to blame.
    const parts = condition.of.filter((part) => held === null || judge(part, facts, isKnown) !== null);
    return parts.flatMap((part) => blame(part, facts, isKnown, isEachWanted));
  }
  const [name, actual] = testedPair(condition, facts);
  return [
    { leaf: condition, name, actual: held === null ? null : actual, shouldHold, isKnown: held !== null },
  ];
}

/**
 * Explains a condition by the parts that decided it: of an `all` those that do not hold, of an `any` every one, of a
 * `none` those that do hold. `holds` is what `evaluate` says, as far as it hangs on tests whose values are known.
 */
export function explain(condition: Condition, facts: Facts, isKnown: IsKnown = () => true): Explanation {
  const failed = blame(condition, facts, isKnown, true);
  return { holds: judge(condition, facts, isKnown), failed };
}
