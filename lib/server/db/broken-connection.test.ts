// Connections that break while somebody works on them: the work fails, the process lives, and no place in the pool is lost.
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, it } from 'vitest';
import { runtime } from '../runtime';
import { asSystem, type Tx } from './transaction';

const isServer = process.env.TEST_ENGINE === 'postgresql';

async function backendOf(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return rows[0]?.pid ?? 0;
}

/** As an operator, a fail-over or a restart does it; resolves when the backend is gone. */
async function terminate(pid: number): Promise<void> {
  const operator = new pg.Client({ connectionString: runtime().pool.options.connectionString });
  await operator.connect();
  await operator.query('select pg_terminate_backend($1, 10000)', [pid]).finally(() => operator.end());
}

it.runIf(isServer)('fails the work that was under way and goes on', async () => {
  const idle = asSystem(async (tx) => {
    await terminate(await backendOf(tx));
    await tx.execute(sql`select 1`);
  });
  await expect(idle).rejects.toThrow();
  const busy = asSystem(async (tx) => {
    const pid = await backendOf(tx);
    await Promise.all([tx.execute(sql`select pg_sleep(60)`), terminate(pid)]);
  });
  await expect(busy).rejects.toThrow();
  expect(await asSystem(async () => 'well')).toBe('well');
});

it('loses no place in the pool when a transaction cannot even begin', async () => {
  const { pool } = runtime();
  const query = pg.Client.prototype.query;
  const broken = function (this: pg.Client, ...args: unknown[]) {
    if (JSON.stringify(args).includes('"begin"')) return Promise.reject(new Error('broken'));
    return Reflect.apply(query, this, args);
  };
  Object.assign(pg.Client.prototype, { query: broken });
  try {
    for (let time = 0; time < 12; time += 1) await expect(asSystem(async () => 'well')).rejects.toThrow();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  expect(await asSystem(async () => 'well')).toBe('well');
  expect(pool.totalCount - pool.idleCount).toBe(0);
});
