// The equality tests a condition cannot hold without: what rules can be found by, instead of being tried one by one.
import { type Condition, isGroup, type Test } from './condition';

type Scalar = string | number | boolean;

/** `path` of the subject must equal one of the values, or the whole condition does not hold. */
export interface Equality {
  readonly subject: 'attribute' | 'property';
  readonly path: readonly string[];
  readonly values: readonly Scalar[];
}

/** So deep does an index look; more tests would not tell rules apart any better. */
const MAX_EQUALITIES = 4;

function necessaryTests(condition: Condition): Test[] {
  if (!isGroup(condition)) return condition.type === 'test' ? [condition] : [];
  const isConjunction = condition.type === 'all' || (condition.type === 'any' && condition.of.length === 1);
  return isConjunction ? condition.of.flatMap(necessaryTests) : [];
}

function equalityOf({ subject, path, operator, value }: Test): Equality[] {
  if (subject === 'saved' || path.length === 0 || value === undefined) return [];
  if (operator === 'equals' && !Array.isArray(value)) return [{ subject, path, values: [value] }];
  if (operator === 'one-of' && Array.isArray(value)) return [{ subject, path, values: [...new Set(value)] }];
  return [];
}

/**
 * The equalities that must all hold wherever the condition holds: properties before attributes, because an event's
 * properties are known before anything is loaded; then those with one value. At most one has several values.
 */
export function equalitiesOf(condition: Condition | null): Equality[] {
  const all = condition === null ? [] : necessaryTests(condition).flatMap(equalityOf);
  const single = all.filter(({ values }) => values.length === 1);
  const several = all.filter(({ values }) => values.length !== 1).slice(0, 1);
  const chosen = [...single, ...several];
  const bySubject = (subject: Equality['subject']) =>
    chosen.filter((equality) => equality.subject === subject);
  return [...bySubject('property'), ...bySubject('attribute')].slice(0, MAX_EQUALITIES);
}
