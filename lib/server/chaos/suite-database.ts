// A fresh, migrated database of either engine in this process, for suites that call the product's verbs themselves.
import { openEmbedded, openServer } from '../db/open';
import { plantFaults } from '../fault';
import { assemble } from '../start-runtime';
import { startPostgres, withAdmin } from '../testing/postgres-server';
import { testEnv } from '../testing/settings';
import { thawClock } from './frozen-clock';
import type { Engine } from './suite';

export async function withDatabase<Value>(
  engine: Engine,
  work: (databaseUrl: string | null) => Promise<Value>,
): Promise<Value> {
  const postgres = engine === 'postgresql' ? await startPostgres() : null;
  try {
    if (postgres) await withAdmin(postgres.adminUrl, 'create database chaos owner throughline');
    const url = postgres?.url('chaos') ?? null;
    const runtime = await assemble(testEnv(), url === null ? await openEmbedded(null) : openServer(url, 20));
    try {
      return await work(url);
    } finally {
      thawClock();
      plantFaults(undefined);
      await runtime.close();
    }
  } finally {
    await postgres?.stop();
  }
}
