// What one value is asked: a customer's attribute, a property of an event, what a node kept.
import type { Json } from '../json';
import { valueAt } from '../json';
import type { Operator, Test } from './condition';
import type { Facts } from './evaluate';
import { doesMatch } from './pattern';

const subjects = { attribute: 'attributes', property: 'properties', saved: 'saved' } as const;

/** The value a test asks about, or undefined where there is none. */
export function testedValue(test: Pick<Test, 'subject' | 'path'>, facts: Facts): Json | undefined {
  return valueAt(facts[subjects[test.subject]] ?? {}, test.path);
}

type Ask = (actual: Json | undefined, value: Test['value']) => boolean;

function comparing(holds: (actual: number, value: number) => boolean): Ask {
  return (actual, value) => typeof actual === 'number' && typeof value === 'number' && holds(actual, value);
}

const isOne = (value: Test['value']) => value !== undefined && !Array.isArray(value);

const equals: Ask = (actual, value) => isOne(value) && actual === value;

const isSet = (actual: Json | undefined): boolean => actual !== undefined && actual !== null;

const contains: Ask = (actual, value) => {
  if (typeof actual === 'string') return typeof value === 'string' && actual.includes(value);
  return Array.isArray(actual) && actual.some((item) => equals(item, value));
};

function textual(holds: (actual: string, value: string) => boolean): Ask {
  return (actual, value) => typeof actual === 'string' && typeof value === 'string' && holds(actual, value);
}

const asks: Readonly<Record<Operator, Ask>> = {
  equals,
  'not-equals': (actual, value) => isOne(value) && actual !== value,
  contains,
  'not-contains': (actual, value) => isOne(value) && !contains(actual, value),
  'contains-any': (actual, value) => Array.isArray(value) && value.some((item) => contains(actual, item)),
  'contains-all': (actual, value) =>
    Array.isArray(value) && value.length > 0 && value.every((item) => contains(actual, item)),
  'starts-with': textual((actual, value) => actual.startsWith(value)),
  'ends-with': textual((actual, value) => actual.endsWith(value)),
  matches: textual(doesMatch),
  'greater-than': comparing((actual, value) => actual > value),
  'at-least': comparing((actual, value) => actual >= value),
  'less-than': comparing((actual, value) => actual < value),
  'at-most': comparing((actual, value) => actual <= value),
  'one-of': (actual, value) => Array.isArray(value) && value.some((item) => equals(actual, item)),
  'is-set': isSet,
  'is-not-set': (actual) => !isSet(actual),
};

export function doesValueHold(test: Test, facts: Facts): boolean {
  return test.path.length > 0 && asks[test.operator](testedValue(test, facts), test.value);
}
