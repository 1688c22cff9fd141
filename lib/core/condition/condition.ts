// The condition tree that filters, branches and (later) segments share.
import { z } from 'zod';
import { textUpTo } from '../text';

/** Keys from the outside in. Empty while the marketer has not chosen; a limit on depth keeps evaluation cheap. */
export const Path = z.array(textUpTo(150)).max(10);
const Scalar = z.union([textUpTo(1000), z.number(), z.boolean()]);

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
  value: z.union([Scalar, z.array(Scalar).max(100)]).exactOptional(),
});
export type Test = z.infer<typeof Test>;

export interface Group {
  type: 'all' | 'any' | 'none';
  of: Condition[];
}

/** A test, or a group of conditions: all, any or none of them hold. An empty `all` holds for everybody. */
export type Condition = Test | Group;

/** How many groups may lie inside each other. A bound, because a hostile tree must not exhaust the stack. */
export const MAX_GROUP_DEPTH = 5;

function conditionUpTo(depth: number): z.ZodType<Condition> {
  if (depth === 0) return Test;
  const of = z.array(conditionUpTo(depth - 1)).max(50);
  return z.discriminatedUnion('type', [Test, z.strictObject({ type: z.enum(['all', 'any', 'none']), of })]);
}

export const Condition: z.ZodType<Condition> = conditionUpTo(MAX_GROUP_DEPTH);
