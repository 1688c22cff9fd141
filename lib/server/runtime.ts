// What one process shares. It hangs on globalThis because Next's bundles and the server's bundle are two copies of this code.
import type { Pool } from 'pg';
import type { Env } from './env';

export interface Runtime {
  readonly env: Env & { readonly secretKey: Buffer };
  readonly engine: 'pglite' | 'postgresql';
  readonly pool: Pool;
  /** How far time travel has moved the clock, ms. */
  clockOffsetMs: number;
  readonly wakers: Map<string, Set<() => void>>;
  /** Ends the database and gives the data folder free. */
  close(): Promise<void>;
}

const holder = globalThis as { [key: symbol]: Runtime | undefined };
const key = Symbol.for('throughline.runtime');

export function setRuntime(runtime: Runtime | undefined): void {
  holder[key] = runtime;
}

export function runtime(): Runtime {
  const current = holder[key];
  if (!current)
    throw new Error('The server is not started: pages and verbs run only inside lib/server/main.ts.');
  return current;
}
