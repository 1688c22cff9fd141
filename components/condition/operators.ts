// Which values an operator asks for, and what becomes of a value when the operator changes.
import { Operator, type Test } from '@/lib/core/condition/condition';

export type ValueKind = 'text' | 'number' | 'yes-no';
type Scalar = string | number | boolean;

const ordering: readonly Operator[] = ['greater-than', 'at-least', 'less-than', 'at-most'];
const textual: readonly Operator[] = ['starts-with', 'ends-with', 'matches'];
const containing: readonly Operator[] = ['contains', 'not-contains', 'contains-any', 'contains-all'];
const listed: readonly Operator[] = ['one-of', 'contains-any', 'contains-all'];

export const operators = Operator.options;

/** The kinds of value an operator can be asked with; none for `is-set` and `is-not-set`. */
export function kindsOf(operator: Operator): readonly ValueKind[] {
  if (operator === 'is-set' || operator === 'is-not-set') return [];
  if (ordering.includes(operator)) return ['number'];
  if (textual.includes(operator)) return ['text'];
  const isOfItems = operator === 'one-of' || containing.includes(operator);
  return isOfItems ? ['text', 'number'] : ['text', 'number', 'yes-no'];
}

/** Whether it is asked with a list of values. */
export function isListed(operator: Operator): boolean {
  return listed.includes(operator);
}

export function kindOf(value: Test['value']): ValueKind {
  const sample = Array.isArray(value) ? value[0] : value;
  if (typeof sample === 'boolean') return 'yes-no';
  return typeof sample === 'number' ? 'number' : 'text';
}

/** The test asked with another operator; its value is kept as far as the operator can take it. */
export function withOperator(test: Test, operator: Operator): Test {
  const { value, ...rest } = test;
  const kinds = kindsOf(operator);
  const [first] = kinds;
  if (first === undefined) return { ...rest, operator };
  const kind = kinds.includes(kindOf(value)) ? kindOf(value) : first;
  return { ...rest, operator, value: converted(value, kind, isListed(operator)) };
}

/** The value as another kind, as far as it makes sense there. */
export function withKind(test: Test, kind: ValueKind): Test {
  const value = converted(test.value, kind, isListed(test.operator));
  // An empty text cannot say that a number is wanted; zero can.
  return { ...test, value: kind === 'number' && value === '' ? 0 : value };
}

function converted(value: Test['value'], kind: ValueKind, isList: boolean): Scalar | Scalar[] {
  const given = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined);
  const items = given.flatMap((one) => scalarAs(one, kind));
  if (isList) return items.filter((item) => item !== '');
  return items[0] ?? (kind === 'yes-no' ? true : '');
}

function scalarAs(value: Scalar, kind: ValueKind): Scalar[] {
  if (kind === 'text') return [String(value)];
  if (kind === 'yes-no') return [value === true || value === 'true'];
  const number = Number(value);
  return value === '' || typeof value === 'boolean' || !Number.isFinite(number) ? [] : [number];
}
