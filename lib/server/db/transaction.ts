// The only two doors to the database: inside one workspace (row-level security on), or as the system.
import { type SQL, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { runtime } from '../runtime';

type Database = NodePgDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * One transaction that sees and writes rows of one workspace only: the role and the workspace are set for this
 * transaction alone, so a pooled connection never carries them over.
 */
export function inWorkspace<Value>(
  workspaceId: Id<'wsp'>,
  work: (tx: Tx) => Promise<Value>,
  lock?: SQL,
): Promise<Value> {
  return transaction(async (tx) => {
    await enterWorkspace(tx, workspaceId, lock);
    return work(tx);
  });
}

/**
 * Narrows a system transaction to one workspace for the rest of it, as the worker does after a claim. Compiling costs more
 * than any of our statements takes, so the database is told to leave it.
 * @param lock a lock to take on the way in, without a round trip of its own
 */
export async function enterWorkspace(tx: Tx, workspaceId: Id<'wsp'>, lock: SQL = sql`null`): Promise<void> {
  await tx.execute(
    sql`
      select set_config('role', 'throughline_app', true), set_config('app.workspace', ${workspaceId}, true),
        set_config('jit', 'off', true), ${lock}`,
  );
}

/** The owner's transaction, for what comes before a workspace is known: a session, a key, a claim, a new workspace. */
export function asSystem<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(work);
}

const databases = new WeakMap<pg.PoolClient, Database>();

/**
 * Given a pool, Drizzle would lose a connection that breaks at `begin`: nobody gives it back. So it gets one connection,
 * and the pool gets it back whatever happened; one that is still inside a transaction is thrown away.
 */
async function transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await runtime().pool.connect();
  const database = databases.get(client) ?? drizzle(client, { schema });
  databases.set(client, database);
  try {
    return await database.transaction(work);
  } finally {
    client.release(client.getTransactionStatus() !== 'I');
  }
}

const { TIMESTAMPTZ } = pg.types.builtins;
const readInstant = pg.types.getTypeParser(TIMESTAMPTZ);

/**
 * Rows of one raw, set-based statement. The type is the caller's word for what the statement selects. Drizzle hands
 * instants of raw statements over as text, so they become Dates here, as everywhere else.
 */
export async function rows<Row>(tx: Tx, query: SQL): Promise<Row[]> {
  const result = await tx.execute(query);
  const instants = result.fields
    .filter((field) => field.dataTypeID === TIMESTAMPTZ)
    .map((field) => field.name);
  for (const row of result.rows) {
    for (const name of instants) {
      if (typeof row[name] === 'string') row[name] = readInstant(row[name]);
    }
  }
  // The driver cannot know the columns of raw SQL; this is the border where the caller names them.
  return result.rows as Row[];
}
