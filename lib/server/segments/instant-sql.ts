// Instants and days as the database knows them.
import { type SQL, sql } from 'drizzle-orm';

const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');

export const instantSql = (instant: number): SQL => sql`${new Date(instant).toISOString()}::timestamptz`;

/** The instants (ms) from the first until the second one, as conditions on a column; what no calendar holds bounds nothing. */
export function betweenSql(column: SQL, from: number, until: number): SQL[] {
  if (from > LATEST || until < EARLIEST) return [sql`false`];
  return [
    ...(from < EARLIEST ? [] : [sql`${column} >= ${instantSql(from)}`]),
    ...(until > LATEST ? [] : [sql`${column} < ${instantSql(until)}`]),
  ];
}
