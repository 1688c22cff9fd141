// What may come over the wire: refused by field with the right status, and never more than refused.
import { describe, expect, it } from 'vitest';
import { auditLog, users } from '@/drizzle/schema';
import { endpoints } from '@/lib/core/api/endpoints';
import { inWorkspace } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { createKey } from '../keys/create-key';
import { revokeKey } from '../keys/revoke-key';
import { runtime } from '../runtime';
import { bearer, type Call, callApi, cookieOf } from '../testing/call-api';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';

const { createJourney: create, listJourneys: list, saveDraft: save, publishJourney: publish } = endpoints;

async function withKey() {
  const { actor } = await freshWorkspace();
  return { actor, headers: await bearer(actor) };
}

/** Text nested so deep that whatever recurses over it runs out of stack. */
const deep = (levels: number) => `{"name":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('a body', () => {
  it.each<[string, Call, number, object]>([
    ['broken JSON', { text: '{"name": }' }, 400, { code: 'malformed-json', message: /line 1, column 10/ }],
    ['no JSON at all', { text: '' }, 400, { code: 'malformed-json' }],
    ['a list', { text: '[]' }, 400, { code: 'invalid-field' }],
    ['null', { text: 'null' }, 400, { code: 'invalid-field' }],
    ['a missing field', { body: {} }, 400, { code: 'invalid-field', field: 'name' }],
    ['a wrong type', { body: { name: 7 } }, 400, { code: 'invalid-field', field: 'name' }],
    ['spaces for a name', { body: { name: '  ' } }, 400, { code: 'invalid-field', field: 'name' }],
    ['U+0000', { body: { name: 'a\u0000b' } }, 400, { code: 'invalid-field', field: 'name' }],
    ['half a surrogate pair', { body: { name: 'a\ud800' } }, 400, { code: 'invalid-field', field: 'name' }],
    [
      'an unknown field',
      { body: { name: 'A', role: 'owner' } },
      400,
      { code: 'invalid-field', field: 'role' },
    ],
    [
      'somebody else’s workspace',
      { body: { name: 'A', workspaceId: 'wsp_x' } },
      400,
      { field: 'workspaceId' },
    ],
    [
      'two wrong fields',
      { body: { name: 7, document: 8 } },
      400,
      { field: 'name', others: [{ field: 'document' }] },
    ],
    ['a prototype', { text: '{"name":"A","__proto__":{"isAdmin":true}}' }, 400, { code: 'invalid-field' }],
    ['25 levels', { text: deep(25) }, 400, { code: 'invalid-field', field: 'name' }],
    ['15,000 levels', { text: deep(15_000) }, 400, { code: 'invalid-field' }],
    ['5 MB', { body: { name: 'x'.repeat(5 << 20) } }, 413, { code: 'too-large' }],
  ])('with %s is refused', async (_, call, status, body) => {
    const { headers } = await withKey();
    const answer = await callApi(create, { headers, ...call });
    const { message, ...rest } = body as { message?: RegExp };
    expect(answer).toMatchObject({ status, body: rest });
    if (message) expect(answer.body.message).toMatch(message);
  });

  it('is refused by node and field inside a document', async () => {
    const { actor, headers } = await withKey();
    const { id, document } = unwrap(await createJourney(actor, { name: 'A', document: welcomeDrawing() }));
    const broken = {
      ...document,
      nodes: document.nodes.map((node) => ({ ...node, data: { ...node.data, amount: 'x' } })),
    };
    const answer = await callApi(save, { headers, params: { id }, body: { document: broken } });
    expect(answer).toMatchObject({ status: 400, body: { field: 'document.nodes.0.data.amount' } });
  });

  it('of a newer version is refused by that name', async () => {
    const { headers } = await withKey();
    const body = { name: 'A', document: { ...welcomeDrawing(), format: 2 } };
    expect(await callApi(create, { headers, body })).toMatchObject({
      status: 400,
      body: { field: 'document.format', message: expect.stringContaining('newer version of Throughline') },
    });
  });

  it('is judged by everything in it that can be text', async () => {
    const { actor, headers } = await withKey();
    const { id } = unwrap(await createJourney(actor, { name: 'A', document: welcomeDrawing() }));
    const text = JSON.stringify({ document: welcomeDrawing() });
    // One string after the other becomes one that PostgreSQL cannot keep; none may reach it.
    for (const found of text.matchAll(/:"([^"]*)"/g)) {
      const poisoned = `${text.slice(0, found.index)}:"a\\u0000"${text.slice(found.index + found[0].length)}`;
      const answer = await callApi(save, { headers, params: { id }, text: poisoned });
      expect([found[0], answer.status]).toEqual([found[0], 400]);
    }
  });
});

describe('a query', () => {
  it.each([
    ['?limit=0', 'limit'],
    ['?limit=-1', 'limit'],
    ['?limit=1e9', 'limit'],
    ['?limit=ten', 'limit'],
    ['?sort=(select 1)', 'sort'],
    ['?order=desc;--', 'order'],
    ['?state=live&state=draft', 'state'],
    ['?cursor=nonsense', 'cursor'],
    ['?cursor=WzFd', 'cursor'],
    [`?cursor=${Buffer.from('[1,"\\u0000"]').toString('base64url')}`, 'cursor'],
    ['?state=alive', 'state'],
  ])('of %s is refused', async (query, field) => {
    const { headers } = await withKey();
    expect(await callApi(list, { headers, query })).toMatchObject({ status: 400, body: { field } });
  });

  it('may hold anything that can be searched for', async () => {
    const { headers } = await withKey();
    for (const search of ["'; drop table customers; --", '%', '\\', 'ü🙂', '../..']) {
      const query = `?search=${encodeURIComponent(search)}`;
      expect(await callApi(endpoints.listCustomers, { headers, query })).toMatchObject({
        status: 200,
        body: { data: [] },
      });
    }
    const nul = await callApi(endpoints.listCustomers, { headers, query: '?search=a%00' });
    expect(nul).toMatchObject({ status: 400, body: { field: 'search' } });
  });
});

describe('an address', () => {
  it('may hold any userId', async () => {
    const { actor, headers } = await withKey();
    for (const userId of ['a/b', 'a b', 'ü%20', 'x@y.z', '..']) {
      const id = await addCustomer(actor, { 'user-id': userId });
      const found = await callApi(endpoints.findCustomer, { headers, params: { id: userId } });
      // Browsers and servers fold `..` away before anybody sees it.
      if (userId !== '..') expect(found).toMatchObject({ status: 200, body: { id } });
    }
  });

  it.each(['usr_1', 'jrn_', "jrn_' or 1=1", 'jrn_%00', 'x'.repeat(2000)])(
    'of %s leads to nothing',
    async (id) => {
      const { headers } = await withKey();
      expect(await callApi(publish, { headers, params: { id } })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    },
  );
});

describe('a caller', () => {
  it('is refused at once when the key is revoked', async () => {
    const { actor } = await freshWorkspace();
    const { key, id } = unwrap(await createKey(actor, { kind: 'secret', name: 'CI' }));
    const headers = { authorization: `bearer ${key}` };
    expect((await callApi(list, { headers })).status).toBe(200);
    await revokeKey(actor, { id });
    expect(await callApi(list, { headers })).toMatchObject({ status: 401, body: { code: 'unknown-key' } });
  });

  it('with a cookie may change something only from a page of ours', async () => {
    const { actor } = await freshWorkspace();
    const call = { body: { name: 'A' } };
    for (const origin of [
      'https://evil.test',
      'null',
      'http://localhost:3000.evil.test',
      'http://localhost:3001',
    ]) {
      const headers = await cookieOf(actor, origin);
      expect(await callApi(create, { ...call, headers })).toMatchObject({
        status: 403,
        body: { code: 'foreign-origin' },
      });
    }
    const { origin: _, ...without } = await cookieOf(actor);
    expect((await callApi(create, { ...call, headers: without })).status).toBe(403);
    expect((await callApi(create, { ...call, headers: await cookieOf(actor) })).status).toBe(201);
  });

  it('whose role does not suffice is written down', async () => {
    const { actor } = await freshWorkspace();
    await inWorkspace(actor.workspaceId, (tx) => tx.update(users).set({ role: 'viewer' }));
    const answer = await callApi(create, { body: { name: 'A' }, headers: await cookieOf(actor) });
    expect(answer).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
    const trail = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(auditLog));
    expect(trail.filter(({ action }) => action === 'action.refused')).toMatchObject([
      { target: 'createJourney' },
    ]);
  });
});

describe('an answer', () => {
  it('of 409 tells what changed, of 422 what is wrong', async () => {
    const { actor, headers } = await withKey();
    const { id } = unwrap(await createJourney(actor, { name: 'A' }));
    await callApi(save, { headers, params: { id }, body: { name: 'B', draftRevision: 1 } });
    const stale = await callApi(save, { headers, params: { id }, body: { name: 'C', draftRevision: 1 } });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'stale-draft', draftRevision: 2, changed: { name: true } },
    });
    const refused = await callApi(publish, { headers, params: { id } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'does-not-compile' } });
    expect(refused.body.problems).toContainEqual(
      expect.objectContaining({ code: 'empty-event-name', field: 'event' }),
    );
  });

  it('to a surprise says where to look and nothing else', async () => {
    const { headers } = await withKey();
    const { pool } = runtime();
    const connect = pool.connect.bind(pool);
    try {
      Object.assign(pool, { connect: () => Promise.reject(new Error('password=hunter2')) });
      const answer = await callApi(list, { headers });
      expect(answer).toMatchObject({ status: 500, body: { code: 'unexpected' } });
      expect(answer.text).not.toContain('hunter2');
    } finally {
      Object.assign(pool, { connect });
    }
  });
});
