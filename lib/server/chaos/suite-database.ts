// A fresh, migrated database of either engine in this process, for suites that call the product's verbs themselves.
import { plantFaults } from '../fault';
import { assemble } from '../start-runtime';
import { testEnv } from '../testing/settings';
import { emptyDatabases } from './empty-databases';
import { thawClock } from './frozen-clock';
import type { Engine } from './suite';

/** @param work is given the database's address, null for the embedded one */
export async function withDatabase<Value>(
  engine: Engine,
  work: (databaseUrl: string | null) => Promise<Value>,
): Promise<Value> {
  const databases = await emptyDatabases(engine);
  try {
    const { opened, url } = await databases.next();
    const runtime = await assemble(testEnv(), opened);
    try {
      return await work(url);
    } finally {
      thawClock();
      plantFaults(undefined);
      await runtime.close();
    }
  } finally {
    await databases.close();
  }
}
