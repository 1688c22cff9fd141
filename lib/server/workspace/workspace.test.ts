// The workspace's settings: read, changed, and never those of another one.
import { expect, it } from 'vitest';
import { auditLog } from '@/drizzle/schema';
import { SaveWorkspace, WorkspaceDetail } from '@/lib/core/api/workspace';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { findWorkspace } from './find-workspace';
import { saveWorkspace } from './save-workspace';
import { setLiveTraffic } from './set-live-traffic';

const settings = { name: 'Tea & Co', timeZone: 'Europe/Prague', locale: 'cs', currency: 'CZK' };

it('changes the settings of one workspace only', async () => {
  const { actor } = await freshWorkspace();
  const { actor: stranger } = await freshWorkspace();
  const saved = unwrap(await saveWorkspace(actor, SaveWorkspace.parse(settings)));
  expect(WorkspaceDetail.parse(saved)).toMatchObject(settings);
  expect(unwrap(await findWorkspace(actor))).toEqual(saved);
  expect(unwrap(await findWorkspace(stranger)).name).not.toBe('Tea & Co');
});

it('switches live traffic and writes down who did', async () => {
  const { actor } = await freshWorkspace();
  expect(unwrap(await findWorkspace(actor)).isTrafficLive).toBe(false);
  expect(unwrap(await setLiveTraffic(actor, { isTrafficLive: true })).isTrafficLive).toBe(true);
  expect(unwrap(await setLiveTraffic(actor, { isTrafficLive: false })).isTrafficLive).toBe(false);
  const trail = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(auditLog));
  expect(trail.map(({ action }) => action).sort()).toEqual([
    'traffic.started',
    'traffic.stopped',
    'workspace.created',
  ]);
});

it.each([
  ['timeZone', 'Mars/Olympus'],
  ['locale', 'klingon!'],
  ['currency', 'euro'],
  ['name', '   '],
])('refuses a %s of %j', (field, value) => {
  expect(SaveWorkspace.safeParse({ ...settings, [field]: value }).success).toBe(false);
});
