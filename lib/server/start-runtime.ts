// Brings the shared runtime up: environment, data folder or server, migrations, clock. The three entries begin here.

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { DataDirError, lockDataDir } from './db/lock';
import { migrate } from './db/migrate';
import { type Opened, openEmbedded, openServer } from './db/open';
import { type Env, parseEnv } from './env';
import { plantKill } from './kill-at';
import { type Runtime, setRuntime } from './runtime';

type Variables = Readonly<Record<string, string | undefined>>;

/** A sentence for the operator and exit code 1; anything else that goes wrong is a defect and shows its stack. */
export class StartError extends Error {}

export async function startRuntime(variables: Variables): Promise<Runtime> {
  const env = readEnv(variables);
  if (env.killAt) plantKill(env.killAt);
  const unlock = env.databaseUrl ? () => {} : lock(env.dataDir);
  try {
    const opened = env.databaseUrl ? openServer(env.databaseUrl) : await openFolder(env.dataDir);
    const secretKey = env.secretKey ?? keyOfFolder(env);
    return await assemble({ ...env, secretKey }, opened, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Migrates what was opened and publishes it as the runtime of this process. */
export async function assemble(
  env: Env & { readonly secretKey: Buffer },
  opened: Opened,
  unlock: () => void = () => {},
): Promise<Runtime> {
  await migrate(opened.pool).catch((error: unknown) => {
    throw env.databaseUrl ? new StartError(unreachable(env.databaseUrl, error)) : error;
  });
  const offset = await opened.pool.query('select coalesce(max(clock_offset_ms), 0) as ms from workspaces');
  const started: Runtime = {
    env,
    engine: opened.engine,
    pool: opened.pool,
    clockOffsetMs: env.allowTimeTravel ? offset.rows[0].ms : 0,
    wakers: new Map(),
    close: async () => {
      setRuntime(undefined);
      await opened.close();
      unlock();
    },
  };
  setRuntime(started);
  return started;
}

/** The environment, or a StartError of one sentence. */
export function readEnv(variables: Variables): Env {
  try {
    return parseEnv(variables);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}

function lock(dataDir: string): () => void {
  try {
    return lockDataDir(dataDir);
  } catch (error) {
    throw error instanceof DataDirError ? new StartError(error.message) : error;
  }
}

async function openFolder(dataDir: string): Promise<Opened> {
  const folder = path.join(dataDir, 'database');
  try {
    if (!existsSync(folder)) await makeFolder(folder);
    return await openEmbedded(folder);
  } catch (error) {
    throw new StartError(`The database in DATA_DIR ${dataDir} cannot be opened: ${reasonOf(error)}.`);
  }
}

/** The embedded database also throws what is no error: the number of a failure of its file system. */
function reasonOf(error: unknown): string {
  return error instanceof Error
    ? String(error)
    : inspect(error, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
}

/** A first start that dies half-way leaves a draft behind, never a broken database. */
async function makeFolder(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  const made = await openEmbedded(draft);
  await made.close();
  renameSync(draft, folder);
}

/** The data folder keeps its own key; on PostgreSQL several processes share one, so it must be given. */
function keyOfFolder(env: Env): Buffer {
  if (env.databaseUrl)
    throw new StartError(
      'SECRET_KEY is missing: with DATABASE_URL set, give 64 hexadecimal digits (openssl rand -hex 32).',
    );
  const file = path.join(env.dataDir, 'secret.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}

function unreachable(url: string, error: unknown): string {
  const { host } = new URL(url);
  return `DATABASE_URL does not lead to a usable PostgreSQL (${host}): ${error instanceof Error ? error.message : String(error)}.`;
}
