// Every server action, asked directly over HTTP: without a session, by a viewer, from another site. Nothing changes. The ids
// are those of the build, so a new action is tested by being there.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { users } from '@/drizzle/schema';
import { sessionCookie } from '../auth/session-cookie-name';
import { startSession } from '../auth/start-session';
import { now } from '../clock';
import { asSystem, rows } from '../db/transaction';
import { newId } from '../new-id';
import { startRuntime } from '../start-runtime';
import { freePort } from '../testing/free-port';
import { createWorkspace } from '../workspace/create-workspace';
import { type ServerProcess, startProcess } from './server-process';

const Manifest = z.object({
  node: z.record(
    z.string(),
    z.object({
      workers: z.record(z.string(), z.unknown()),
      filename: z.string(),
      exportedName: z.string(),
    }),
  ),
});

/** What anybody may do, and what every member of a workspace may. */
const PUBLIC = ['signIn', 'createOwner'];
const FOR_ALL = ['signOut', 'changePassword', 'checkDraft', 'previewMessage'];

const manifest = path.resolve(process.cwd(), '.next/server/server-reference-manifest.json');
const actions = Object.entries(Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))).node).map(
  ([id, { workers, exportedName: name }]) => ({ id, name, page: pageOf(Object.keys(workers)) }),
);
const guarded = actions.filter(({ name }) => !PUBLIC.includes(name));

/** `app/(studio)/journeys/[id]/page` is served at `/journeys/x`. */
function pageOf([worker = '']: readonly string[]): string {
  return worker.replace(/^app|\/page$|\/\([^)]+\)/g, '').replace(/\[[^\]]+\]/g, 'x') || '/';
}

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-actions-'));
const env: Record<string, string> = { DATA_DIR: folder };
let server: ServerProcess;
let before: unknown;
const tokens = { owner: '', viewer: '' };

async function inFolder<Value>(work: () => Promise<Value>): Promise<Value> {
  const runtime = await startRuntime(env);
  try {
    return await work();
  } finally {
    await runtime.close();
  }
}

/** What an action could have changed. */
function content() {
  return asSystem(async (tx) => {
    const tables = await rows<{ name: string }>(
      tx,
      sql`
        select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r'
          and relname not in ('audit_log', 'worker_beats', 'lanes', 'sessions', 'runtime_state')
        order by relname`,
    );
    const found: Record<string, unknown> = {};
    for (const { name } of tables) {
      found[name] = await rows(
        tx,
        sql`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.identifier(name)} t`,
      );
    }
    return found;
  });
}

beforeAll(async () => {
  await inFolder(async () => {
    const owner = { email: 'owner@shop.test', name: 'Olive', passwordHash: 'nobody signs in here' };
    const { workspaceId, ownerId } = await createWorkspace({ name: 'Shop', owner });
    const viewer = { ...owner, workspaceId, id: newId('usr'), email: 'viewer@shop.test', name: 'Vera' };
    await asSystem(async (tx) => {
      await tx.insert(users).values({ ...viewer, role: 'viewer', createdAt: now() });
      tokens.owner = (await startSession(tx, { workspaceId, id: ownerId })).token;
      tokens.viewer = (await startSession(tx, viewer)).token;
    });
    before = await content();
  });
  server = startProcess('main', await freePort(), env);
  await server.ready();
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Asked {
  readonly cookie?: string;
  readonly origin?: string | null;
}

function post({ id }: { readonly id: string }, page: string, { cookie, origin = server.url }: Asked = {}) {
  return fetch(`${server.url}${page}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'next-action': id,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      ...(origin === null ? {} : { origin }),
      ...(cookie ? { cookie: `${sessionCookie}=${cookie}` } : {}),
    },
    body: '[{}]',
  });
}

describe('an action', () => {
  it('is found in the build, with all others', () => {
    expect(guarded.length).toBeGreaterThan(20);
    for (const name of [...PUBLIC, ...FOR_ALL]) expect(actions.map((one) => one.name)).toContain(name);
  });

  it.each(guarded)('$name: nobody may without a session', async (action) => {
    expect((await post(action, action.page)).status).toBe(401);
    // By the one page that serves people without one.
    expect((await post(action, '/sign-in')).status).toBe(401);
    // Who has no session any more may still sign out, which ends nobody's.
    if (action.name === 'signOut') return;
    expect((await post(action, action.page, { cookie: 'made-up' })).status).toBe(401);
  });

  it.each(guarded.filter(({ name }) => !FOR_ALL.includes(name)))(
    '$name: a viewer may not',
    async (action) => {
      const answer = await post(action, action.page, { cookie: tokens.viewer });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('role-not-allowed');
    },
  );

  it.each(actions)('$name: no other site may have it done', async (action) => {
    for (const origin of ['https://elsewhere.example', 'null', null]) {
      const answer = await post(action, action.page, { cookie: tokens.owner, origin });
      expect(answer.status).toBe(403);
    }
  });

  it.each([
    ['checkDraft', 'owner'],
    ['checkDraft', 'viewer'],
    ['signIn', null],
  ] as const)('%s is answered as ever for whoever may: %s', async (name, who) => {
    const action = actions.find((one) => one.name === name);
    if (!action) throw new Error(`there is no ${name}`);
    const answer = await post(action, action.page, who ? { cookie: tokens[who] } : {});
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('invalid-field');
  });
});

it('a form of another site, with the cookie, is refused on any page', async () => {
  for (const page of ['/', '/journeys', '/settings', '/sign-in']) {
    const answer = await fetch(`${server.url}${page}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://elsewhere.example',
        cookie: `${sessionCookie}=${tokens.owner}`,
      },
      body: 'name=Hijacked',
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'foreign-origin' });
  }
});

it('nothing has changed, and what the viewer tried is in the audit log', async () => {
  await server.kill('SIGTERM');
  await inFolder(async () => {
    expect(await content()).toEqual(before);
    const tried = await asSystem((tx) =>
      rows<{ target: string }>(
        tx,
        sql`select distinct target from audit_log where action = 'action.refused'`,
      ),
    );
    const refused = guarded.filter(({ name }) => !FOR_ALL.includes(name));
    expect(tried.map(({ target }) => target).sort()).toEqual(refused.map(({ name }) => name).sort());
    const owners = await asSystem((tx) => rows(tx, sql`select 1 from sessions`));
    expect(owners.length).toBeGreaterThan(0);
  });
});
