// A portion of the customers, as conditions on a column that holds their ids.
import { type SQL, sql } from 'drizzle-orm';
import type { Selection } from './selection';

export function portionSql({ portion }: Selection, column: SQL): SQL[] {
  const { from = null, until = null } = portion ?? {};
  return [
    ...(from === null ? [] : [sql`${column} >= ${from}`]),
    ...(until === null ? [] : [sql`${column} < ${until}`]),
  ];
}
