// Whether a condition holds for one customer and one event, in memory. Its SQL twin must agree with it.
import type { Json, JsonObject } from '../json';
import { valueAt } from '../json';
import type { Condition, Operator, Test } from './condition';

/** What a condition may look at: the customer's attributes and the properties of the event at hand. */
export interface Facts {
  readonly attributes: JsonObject;
  readonly properties: JsonObject;
}

/** The value a test asks about, or undefined where there is none. */
export function testedValue(test: Test, facts: Facts): Json | undefined {
  return valueAt(test.subject === 'attribute' ? facts.attributes : facts.properties, test.path);
}

type Ask = (actual: Json | undefined, value: Test['value']) => boolean;

function comparing(holds: (actual: number, value: number) => boolean): Ask {
  return (actual, value) => typeof actual === 'number' && typeof value === 'number' && holds(actual, value);
}

const equals: Ask = (actual, value) => value !== undefined && !Array.isArray(value) && actual === value;

const isSet = (actual: Json | undefined): boolean => actual !== undefined && actual !== null;

const contains: Ask = (actual, value) => {
  if (typeof actual === 'string') return typeof value === 'string' && actual.includes(value);
  return Array.isArray(actual) && actual.some((item) => equals(item, value));
};

const asks: Readonly<Record<Operator, Ask>> = {
  equals,
  'not-equals': (actual, value) => value !== undefined && !Array.isArray(value) && actual !== value,
  contains,
  'starts-with': (actual, value) =>
    typeof actual === 'string' && typeof value === 'string' && actual.startsWith(value),
  'greater-than': comparing((actual, value) => actual > value),
  'at-least': comparing((actual, value) => actual >= value),
  'less-than': comparing((actual, value) => actual < value),
  'at-most': comparing((actual, value) => actual <= value),
  'one-of': (actual, value) => Array.isArray(value) && value.some((item) => equals(actual, item)),
  'is-set': isSet,
  'is-not-set': (actual) => !isSet(actual),
};

/**
 * Whether the condition holds. Total: it answers for every condition and all facts, and never throws.
 *
 * Types are honest: the text "5" never equals the number 5, and only numbers are ordered. Dates are ISO texts, so they
 * can be compared by `equals`, `one-of`, `starts-with` and `contains`, but `greater-than` never holds for them.
 * Texts are compared as they are written, capitals included. `contains` looks inside a text, or for an item of a list.
 * A missing value and `null` are both "not set"; `not-equals` holds for them, every other comparison does not.
 * A test without a path, or without the value it needs, holds for nobody.
 */
export function evaluate(condition: Condition, facts: Facts): boolean {
  switch (condition.type) {
    case 'test':
      return (
        condition.path.length > 0 && asks[condition.operator](testedValue(condition, facts), condition.value)
      );
    case 'all':
      return condition.of.every((part) => evaluate(part, facts));
    case 'any':
      return condition.of.some((part) => evaluate(part, facts));
    case 'none':
      return !condition.of.some((part) => evaluate(part, facts));
  }
}
