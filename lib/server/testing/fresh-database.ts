// A migrated database of its own, on the engine this run is about.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { type Opened, openEmbedded, openServer } from '../db/open';

export async function freshDatabase(): Promise<Opened> {
  if (process.env.TEST_ENGINE === 'pglite') return openEmbedded(null, readFileSync(inject('templateFile')));
  const opened = openServer(await freshServerDatabase());
  return opened;
}

/** The URL of a new copy of the template on the suite's PostgreSQL. */
export async function freshServerDatabase(): Promise<string> {
  const url = new URL(inject('serverUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name} template throughline_template`).finally(() => client.end());
  url.pathname = `/${name}`;
  return url.href;
}
