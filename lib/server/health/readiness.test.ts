// Readiness: what a load balancer is told, and why.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceClock, now } from '../clock';
import { asSystem } from '../db/transaction';
import { runtime } from '../runtime';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { readiness } from './readiness';

async function beat(): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      insert into worker_beats (workspace_id, worker_id, beat_at)
      select workspace_id, 'worker', ${now()} from workspaces
      on conflict (workspace_id, worker_id) do update set beat_at = excluded.beat_at`),
  );
}

it('is ready before there is a workspace, and then needs a worker', async () => {
  expect(await readiness()).toEqual({ status: 'ready', reasons: [], lag: 0 });
  await freshWorkspace();
  expect(await readiness()).toMatchObject({ status: 'not-ready', reasons: ['no-worker'] });
  await beat();
  expect(await readiness()).toMatchObject({ status: 'ready', reasons: [] });
  advanceClock(31_000);
  expect(await readiness()).toMatchObject({ status: 'not-ready', reasons: ['no-worker'] });
  await beat();
  expect((await readiness()).status).toBe('ready');
});

it('counts the events that no worker has looked at', async () => {
  const { actor } = await freshWorkspace();
  const before = (await readiness()).lag ?? 0;
  const customer = await addCustomer(actor, { 'user-id': 'u-1' });
  for (const name of ['A', 'B', 'C']) await addEvent(actor, customer, name);
  expect((await readiness()).lag).toBe(before + 3);
  await asSystem((tx) => tx.execute(sql`update lanes set cursor = (select max(seq) from events)`));
  expect((await readiness()).lag).toBe(0);
});

it('says that the database is away, and nothing about why', async () => {
  const { pool } = runtime();
  const connect = pool.connect.bind(pool);
  try {
    Object.assign(pool, { connect: () => Promise.reject(new Error('password=hunter2')) });
    expect(await readiness()).toEqual({ status: 'not-ready', reasons: ['database-unreachable'], lag: null });
  } finally {
    Object.assign(pool, { connect });
  }
});
