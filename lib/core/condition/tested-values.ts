// The values a decision was based on, short enough to be kept with every decision.
import type { Json, JsonObject } from '../json';
import { cutTo } from '../text';
import type { Condition, Test } from './condition';
import { type Facts, testedValue } from './evaluate';

const LONGEST_TEXT = 200;

function testsOf(condition: Condition): Test[] {
  return condition.type === 'test' ? [condition] : condition.of.flatMap(testsOf);
}

function shortened(value: Json | undefined): Json {
  if (value === undefined) return null;
  if (typeof value === 'string') return cutTo(value, LONGEST_TEXT);
  return typeof value === 'object' && value !== null ? '…' : value;
}

/**
 * What the conditions looked at, by dotted name (`attribute.country`, `property.cart.total`).
 * A missing value is null; texts are cut to 200 characters, lists and objects are only shown to be there.
 */
export function testedValues(conditions: readonly Condition[], facts: Facts): JsonObject {
  const tests = conditions.flatMap(testsOf);
  return Object.fromEntries(
    tests.map((test) => [[test.subject, ...test.path].join('.'), shortened(testedValue(test, facts))]),
  );
}
