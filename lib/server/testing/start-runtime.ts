// Every server test file runs against a runtime with a database of its own.
import { afterAll, beforeAll } from 'vitest';
import { plantFaults } from '../fault';
import { runtime } from '../runtime';
import { assemble } from '../start-runtime';
import { freshDatabase } from './fresh-database';
import { testEnv } from './settings';

beforeAll(async () => {
  await assemble(testEnv(), await freshDatabase());
});

afterAll(async () => {
  plantFaults(undefined);
  await runtime().close();
});
