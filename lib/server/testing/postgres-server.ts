// A real PostgreSQL of our own for tests: own data folder, loopback, a user that is not root, gone at the end.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from './free-port';

export interface PostgresServer {
  /** Superuser URL of the maintenance database. */
  readonly adminUrl: string;
  /** URL of a database for the role the product runs as: no superuser, owner of its own databases. */
  url(database: string): string;
  readonly folder: string;
  readonly port: number;
  pid(): number;
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/** Where PostgreSQL's programs are, or null: the PATH first, then Debian's folders. */
export function findPostgres(): string | null {
  const fromPath = (process.env.PATH ?? '').split(path.delimiter);
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...fromPath];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** @param more settings beside PostgreSQL's own, by their names */
export async function startPostgres(more: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const programs = findPostgres();
  if (!programs)
    throw new Error('PostgreSQL is not installed: the server suites need its initdb and postgres programs.');
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-postgres-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    options,
  );
  const port = await freePort();
  const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = {
    ...{ port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: 200 },
    ...more,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = () => spawn(path.join(programs, 'postgres'), ['-D', data, ...flags], options);
  let server = run();
  await reachable(adminUrl);
  await withAdmin(adminUrl, 'create role throughline login createdb createrole');
  return {
    adminUrl,
    folder,
    port,
    pid: () => server.pid ?? 0,
    url: (database) => `postgres://throughline@127.0.0.1:${port}/${database}`,
    restart: async (mode) => {
      await end(server, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
      server = run();
      await reachable(adminUrl);
    },
    stop: async () => {
      await end(server, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function withAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** PostgreSQL refuses to run as root; `nobody` exists everywhere. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await withAdmin(url, 'select 1');
    } catch (error) {
      if (attempt === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
