// Applies migrations at start. Several processes may start at once: an advisory lock lets one work and the others wait.
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator';
import type { Pool } from 'pg';

const LOCK = 4_720_151_118;

export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await apply(drizzle(client), { migrationsFolder: path.resolve(process.cwd(), 'drizzle/migrations') });
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  } catch (error) {
    // The lock belongs to the session: dropping the connection gives it back.
    client.release(true);
    throw error;
  }
}
