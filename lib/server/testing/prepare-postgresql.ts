// Starts a PostgreSQL for the whole suite with one migrated template; every test file gets a copy.
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../db/migrate';
import { startPostgres } from './postgres-server';

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const owner = new pg.Client({ connectionString: server.url('postgres') });
  await owner.connect();
  await owner.query('create database throughline_template');
  await owner.end();
  const pool = new pg.Pool({ connectionString: server.url('throughline_template') });
  await migrate(pool);
  await pool.end();
  project.provide('serverUrl', server.url('postgres'));
  return () => server.stop();
}
