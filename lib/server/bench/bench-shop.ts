// A workspace on a database of its own, made for one measurement and thrown away.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Actor } from '../actor';
import { startRuntime } from '../start-runtime';
import { type PostgresServer, startPostgres, withAdmin } from '../testing/postgres-server';
import { createWorkspace } from '../workspace/create-workspace';

export interface BenchShop {
  readonly engine: 'pglite' | 'postgresql';
  readonly actor: Actor;
  readonly databasePid: number | null;
  /** What another process needs to work for the same shop; null where only one process can. */
  readonly workerEnv: Record<string, string> | null;
  close(): Promise<void>;
}

/** As the README advises for a machine of its own: PostgreSQL's defaults are for one that does ten other things. */
const OPERATOR = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '15min' };

export async function openBenchShop(
  engine: 'pglite' | 'postgresql',
  more: Record<string, string> = {},
): Promise<BenchShop> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'));
  const server = engine === 'postgresql' ? await startPostgres(OPERATOR) : null;
  if (server) await withAdmin(server.adminUrl, 'create database bench owner throughline');
  const env = { DATA_DIR: folder, SECRET_KEY: '5'.repeat(64), ...more, ...databaseOf(server) };
  const runtime = await startRuntime({ NODE_ENV: 'production', ...env });
  const owner = { email: 'owner@bench.test', name: 'Bench', passwordHash: 'nobody signs in here' };
  const { workspaceId, ownerId } = await createWorkspace({ name: 'Bench', owner });
  return {
    engine,
    actor: { workspaceId, id: ownerId, name: 'Bench', role: 'owner' },
    databasePid: server?.pid() ?? null,
    workerEnv: server && env,
    close: async () => {
      await runtime.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function databaseOf(server: PostgresServer | null): Record<string, string> {
  return server ? { DATABASE_URL: server.url('bench') } : {};
}
