// Empty databases, one after another, on either engine.
import { migrate } from '../db/migrate';
import { type Opened, openEmbedded, openServer } from '../db/open';
import { type PostgresServer, startPostgres, withAdmin } from '../testing/postgres-server';
import type { Engine } from './suite';

interface EmptyDatabase {
  readonly opened: Opened;
  /** Null for the embedded one. */
  readonly url: string | null;
}

export interface EmptyDatabases {
  next(): Promise<EmptyDatabase>;
  close(): Promise<void>;
}

export async function emptyDatabases(engine: Engine): Promise<EmptyDatabases> {
  return engine === 'pglite'
    ? { next: openMigrated, close: async () => {} }
    : onServer(await startPostgres());
}

async function openMigrated(): Promise<EmptyDatabase> {
  const opened = await openEmbedded(null);
  await migrate(opened.pool);
  return { opened, url: null };
}

async function onServer(postgres: PostgresServer): Promise<EmptyDatabases> {
  await withAdmin(postgres.adminUrl, 'create database template owner throughline');
  const model = openServer(postgres.url('template'));
  await migrate(model.pool);
  await model.close();
  let made = 0;
  const next = async () => {
    made += 1;
    await withAdmin(postgres.adminUrl, `create database stand_${made} template template owner throughline`);
    const url = postgres.url(`stand_${made}`);
    return { opened: openServer(url), url };
  };
  return { next, close: () => postgres.stop() };
}
