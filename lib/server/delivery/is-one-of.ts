// Names the rows of the outbox beside a list that is joined to them: they are looked up by their key then, one by one,
// also while the planner knows nothing of a table that has just grown.
import { type SQL, sql } from 'drizzle-orm';

/** For a statement that calls the outbox `o`. */
export function isOneOf(ids: readonly string[]): SQL {
  return sql`o.id = any (${sql.param([...ids])}::text[])`;
}
