// The real server as a child process, started, asked and killed like an operator (or an accident) would.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const BOOT_MS = 120_000;

export interface ServerProcess {
  readonly url: string;
  /** Resolves when /readyz says yes. */
  ready(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<NodeJS.Signals | null>;
  /** Resolves when the process is gone, with the signal that ended it. */
  gone(): Promise<NodeJS.Signals | null>;
}

export function startProcess(
  entry: 'main' | 'worker' | 'ingest',
  port: number,
  env: Record<string, string>,
): ServerProcess {
  const file = path.resolve(process.cwd(), '.build', `${entry}.js`);
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build first.`);
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    ready: () => becomesReady(child, url),
    kill: (signal) => {
      child.kill(signal);
      return gone(child);
    },
    gone: () => gone(child),
  };
}

async function becomesReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + BOOT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended by itself with code ${child.exitCode}.`);
    const response = await fetch(`${url}/readyz`).catch(() => null);
    // Ingestion alone knows no /readyz; once it answers at all, it takes events.
    if (response?.ok || response?.status === 404) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server did not become ready.');
}

function gone(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.signalCode);
    child.once('exit', (_code, signal) => resolve(signal));
  });
}
