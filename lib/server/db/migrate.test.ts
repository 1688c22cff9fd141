// Several processes may start at once: the migrations are applied once, and nobody fails.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { runtime } from '../runtime';
import { migrate } from './migrate';

const applied = 'select count(*)::int as count from drizzle.__drizzle_migrations';

it('changes nothing the second time', async () => {
  const { pool } = runtime();
  const before = (await pool.query(applied)).rows;
  await migrate(pool);
  expect((await pool.query(applied)).rows).toEqual(before);
});

it.runIf(process.env.TEST_ENGINE === 'postgresql')(
  'lets five processes start at once on an empty database',
  async () => {
    const url = new URL(inject('serverUrl'));
    const name = `empty_${randomBytes(4).toString('hex')}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(`create database ${name}`).finally(() => client.end());
    url.pathname = `/${name}`;
    const pools = Array.from({ length: 5 }, () => new pg.Pool({ connectionString: url.href }));
    await Promise.all(pools.map(migrate));
    const [first] = pools;
    expect((await first?.query(applied))?.rows).toEqual((await runtime().pool.query(applied)).rows);
    await Promise.all(pools.map((pool) => pool.end()));
  },
);
