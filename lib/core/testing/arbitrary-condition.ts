// Conditions over a small vocabulary, so that they often hold and often do not.
import fc from 'fast-check';
import { type Condition, Operator } from '../condition/condition';
import type { JsonObject } from '../json';

const scalar = fc.constantFrom<string | number | boolean>('p', 'q', 'pq', '', 1, 2, 3, true);
const path = fc.constantFrom<string[]>(['x'], ['y'], ['deep', 'z']);

/** The values that tests of `arbitraryCondition` look at. */
export const arbitraryFacts: fc.Arbitrary<JsonObject> = fc.record(
  {
    x: fc.oneof(scalar, fc.constant(null)),
    y: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
    deep: fc.record({ z: scalar }),
  },
  { requiredKeys: [] },
);

const equality = fc.record({
  type: fc.constant('test' as const),
  subject: fc.constantFrom('attribute' as const, 'property' as const),
  path,
  operator: fc.constantFrom('equals' as const, 'one-of' as const),
});

const findable = equality.chain((test) =>
  (test.operator === 'one-of' ? fc.array(scalar, { minLength: 1, maxLength: 3 }) : scalar).map((value) => ({
    ...test,
    value,
  })),
);

const anyTest = fc.record(
  {
    type: fc.constant('test' as const),
    subject: fc.constantFrom('attribute' as const, 'property' as const),
    path: fc.oneof(path, fc.constantFrom<string[]>([], [''])),
    operator: fc.constantFrom(...Operator.options),
    value: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  },
  { requiredKeys: ['type', 'subject', 'path', 'operator'] },
);

function conditionUpTo(depth: number, test: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  if (depth === 0) return test;
  const type = fc.constantFrom('all' as const, 'all' as const, 'any' as const, 'none' as const);
  const of = fc.array(conditionUpTo(depth - 1, test), { maxLength: 3 });
  return fc.oneof(test, fc.record({ type, of }));
}

/** Any condition a draft may hold, unfinished ones included. */
export const arbitraryCondition: fc.Arbitrary<Condition> = conditionUpTo(3, fc.oneof(findable, anyTest));

/** Conditions that could be published: complete tests, no empty group. */
export const soundCondition: fc.Arbitrary<Condition> = fc.oneof(
  findable.filter(({ value }) => value !== ''),
  fc.record({
    type: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    of: fc.array(
      findable.filter(({ value }) => value !== ''),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
