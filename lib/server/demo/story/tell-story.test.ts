// The story of the demo shop is what the product made of it: segments with a past, an experiment with people and looks. Told
// twice, or broken off and told on, it is the same.
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../../actor';
import { now } from '../../clock';
import { inWorkspace, rows } from '../../db/transaction';
import * as sender from '../../delivery/drain-sender';
import { listExperiments } from '../../experiments/list-experiments';
import { runtime } from '../../runtime';
import { conditionSql } from '../../segments/condition-sql';
import { listSegments } from '../../segments/list-segments';
import { segmentHistory } from '../../segments/segment-history';
import { unwrap } from '../../testing/unwrap';
import { workspaceOf } from '../ensure-demo';
import { ownerOf } from '../owner-of';
import { seedDemo } from '../seed/seed-demo';
import { isStoryBeingTold, tellStory } from './tell-story';

const credentials = (name: string) => ({
  ...{ url: '', email: `${name}@demo.shop`, password: 'a long enough password' },
  ...{ writeKey: `wk_${name}`, secretKey: `sk_${name}` },
});

async function shopOf(name: string): Promise<Actor> {
  await seedDemo(credentials(name), { customers: 250, storyDays: 6 });
  const workspaceId = await workspaceOf(credentials(name));
  if (!workspaceId) throw new Error('The demo was not seeded.');
  return ownerOf(workspaceId);
}

async function counts(workspaceId: Id<'wsp'>) {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    rows<Record<string, number>>(
      tx,
      sql`
        select (select count(*) from customers where merged_into is null) as customers,
          (select count(*) from events where source = 'history') as events,
          (select count(*) from consents) as consents, (select count(*) from segments) as segments,
          (select count(*) from experiment_looks) as looks,
          (select count(*) from exposures where exposed_at <= (select max(at) from experiment_looks)) as exposed`,
    ),
  );
  return found ?? {};
}

it('is told by the product, and everything in it is there to be counted again', async () => {
  const owner = await shopOf('told');
  const { workspaceId } = owner;
  expect(await isStoryBeingTold()).toBe(true);
  const clock = runtime().clockOffsetMs;
  await tellStory(workspaceId);
  expect(runtime().clockOffsetMs).toBe(clock);
  expect(await isStoryBeingTold()).toBe(false);
  const { data } = unwrap(await listSegments(owner, { limit: 50, state: 'active' }));
  expect(data.length).toBeGreaterThan(10);
  const timeZone = 'Europe/Dublin';
  for (const { id, name, size, filled, condition } of data) {
    const holds = conditionSql(Condition.parse(condition), { workspaceId, now: now().getTime(), timeZone });
    const [counted] = await inWorkspace(workspaceId, (tx) =>
      rows<{ people: number }>(
        tx,
        sql`select count(*) as people from customers c where workspace_id = ${workspaceId} and merged_into is null and ${holds}`,
      ),
    );
    expect([name, size, filled]).toEqual([name, counted?.people, 1]);
    const history = unwrap(await segmentHistory(owner, { id, days: 7 })).data;
    expect(history.filter((day) => day.size !== null).length).toBeGreaterThan(5);
  }
  const [experiment] = unwrap(await listExperiments(owner, { limit: 5 })).data;
  const seen = await counts(workspaceId);
  expect(experiment).toMatchObject({ state: 'running', people: seen.exposed });
  expect(seen.exposed).toBeGreaterThan(0);
  expect(seen.looks).toBeGreaterThan(4);
});

it('goes on where it was broken off, and is not told twice', async () => {
  const whole = await shopOf('whole');
  await tellStory(whole.workspaceId);
  const broken = await shopOf('broken');
  const drainSender = sender.drainSender;
  let days = 0;
  const killed = vi.spyOn(sender, 'drainSender').mockImplementation(async () => {
    days += 1;
    if (days === 3) throw new Error('killed');
    await drainSender();
  });
  await expect(tellStory(broken.workspaceId)).rejects.toThrow('killed');
  killed.mockRestore();
  await tellStory(broken.workspaceId);
  const { exposed: _one, looks: _other, events: _events, ...expected } = await counts(whole.workspaceId);
  expect(await counts(broken.workspaceId)).toMatchObject(expected);
  const once = await counts(broken.workspaceId);
  await tellStory(broken.workspaceId);
  expect(await counts(broken.workspaceId)).toEqual(once);
});
