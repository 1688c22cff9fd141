// Empty databases, one after another, on either engine: migrated once and copied from then on.
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
  return engine === 'pglite' ? embedded() : onServer(await startPostgres());
}

async function embedded(): Promise<EmptyDatabases> {
  const model = await openEmbedded(null);
  await migrate(model.pool);
  const image = await model.dump?.();
  await model.close();
  return {
    next: async () => ({ opened: await openEmbedded(null, image), url: null }),
    close: async () => {},
  };
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
