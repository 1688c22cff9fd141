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
}

export interface Explanation {
  readonly holds: boolean;
  /** Empty where the condition holds, and where a group without parts can never hold. */
  readonly failed: readonly FailedTest[];
}

/** The tests that keep the condition from coming out as `shouldHold` says; none where it does. */
function blame(condition: Condition, facts: Facts, shouldHold: boolean): FailedTest[] {
  if (evaluate(condition, facts) === shouldHold) return [];
  if (isGroup(condition)) {
    const isEachWanted = condition.type === 'none' ? !shouldHold : shouldHold;
    return condition.of.flatMap((part) => blame(part, facts, isEachWanted));
  }
  const [name, actual] = testedPair(condition, facts);
  return [{ leaf: condition, name, actual, shouldHold }];
}

/**
 * Explains a condition by the parts that decided it: of an `all` those that do not hold, of an `any` every one, of a
 * `none` those that do hold. `holds` is what `evaluate` says.
 */
export function explain(condition: Condition, facts: Facts): Explanation {
  const failed = blame(condition, facts, true);
  return { holds: evaluate(condition, facts), failed };
}
