// Opens one of the two engines behind the same driver and the same pool type.
import pg from 'pg';
import { openPglite } from './pglite';

export interface Opened {
  readonly engine: 'pglite' | 'postgresql';
  readonly pool: pg.Pool;
  readonly dump: (() => Promise<Uint8Array>) | null;
  close(): Promise<void>;
}

// Sequence numbers and counts stay far below 2^53, and numbers are what JSON and the core speak.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export async function openEmbedded(dataDir: string | null, template?: Uint8Array): Promise<Opened> {
  const embedded = await openPglite(dataDir, template);
  const pool = new pg.Pool({ max: 1, idleTimeoutMillis: 0, user: 'postgres', stream: embedded.stream });
  return {
    engine: 'pglite',
    pool,
    dump: embedded.dump,
    close: async () => {
      await pool.end();
      await embedded.close();
    },
  };
}

export function openServer(url: string, connections = 10): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    // A worker that is cut off must not hold its lanes' locks for ever.
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that breaks while idle is replaced by the pool, and whoever works on one sees their statement fail;
  // without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { engine: 'postgresql', pool, dump: null, close: () => pool.end() };
}
