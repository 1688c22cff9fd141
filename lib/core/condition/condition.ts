// The condition tree that filters, branches and (later) segments share.
import { z } from 'zod';

const Path = z.array(z.string().min(1).max(150)).min(1).max(10);
const Scalar = z.union([z.string().max(1000), z.number(), z.boolean()]);

/** What one value is asked. `is-set` and `is-not-set` take no value; `one-of` takes a list; the others take one. */
export const Operator = z.enum([
  'equals',
  'not-equals',
  'contains',
  'starts-with',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'one-of',
  'is-set',
  'is-not-set',
]);
export type Operator = z.infer<typeof Operator>;

/** A test of one value: a customer's attribute, or a property of the event at hand. */
export const Test = z.strictObject({
  type: z.literal('test'),
  subject: z.enum(['attribute', 'property']),
  path: Path,
  operator: Operator,
  value: z.union([Scalar, z.array(Scalar).max(100)]).optional(),
});
export type Test = z.infer<typeof Test>;

export interface Group {
  type: 'all' | 'any' | 'none';
  of: Condition[];
}

/** A test, or a group of conditions: all, any or none of them hold. An empty `all` holds for everybody. */
export type Condition = Test | Group;

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Test as z.ZodType<Test>,
    z.strictObject({ type: z.enum(['all', 'any', 'none']), of: z.array(Condition).max(50) }),
  ]),
);
