// The event protocol over real HTTP: keys, bodies, replies, and what is left to Next.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKey } from '../keys/create-key';
import { unwrap } from '../testing/unwrap';
import { freshShop, type IngestServer, type Shop, serveIngest } from './testing/serve-ingest';
import { storedEvents } from './testing/stored';

let server: IngestServer;
let shop: Shop;

beforeAll(async () => {
  server = await serveIngest();
});
afterAll(() => server.close());
beforeEach(async () => {
  shop = await freshShop();
});

const event = { type: 'track', event: 'A', userId: 'u' };

function basic(key: string): Record<string, string> {
  return { authorization: `Basic ${btoa(key)}` };
}

function post(
  path: string,
  body: RequestInit['body'],
  headers = basic(`${shop.writeKey}:`),
): Promise<Response> {
  return fetch(server.url + path, { method: 'POST', headers, body: body ?? '' });
}

async function names(): Promise<string[]> {
  return (await storedEvents(shop.workspaceId)).map(({ name }) => name);
}

describe('where the key may stand', () => {
  const withKey = () => JSON.stringify({ ...event, writeKey: shop.writeKey });
  const bare = JSON.stringify(event);

  it.each([
    ['Basic user', () => post('/v1/track', bare)],
    ['Basic user without colon', () => post('/v1/track', bare, basic(shop.writeKey))],
    ['bearer', () => post('/v1/track', bare, { authorization: `Bearer ${shop.writeKey}` })],
    ['body', () => post('/v1/track', withKey(), {})],
    ['query', () => post(`/v1/track?writeKey=${shop.writeKey}`, bare, {})],
    ['header', () => post('/v1/track', bare, { 'x-write-key': shop.writeKey })],
    [
      'header, while the body masks it',
      () =>
        post('/v1/track', JSON.stringify({ ...event, writeKey: '***' }), { 'x-write-key': shop.writeKey }),
    ],
  ])('%s', async (_name, send) => {
    expect((await send()).status).toBe(200);
    expect(await names()).toEqual(['A']);
  });

  it('a secret key may send events too', async () => {
    const { key } = unwrap(await createKey(shop.actor, { kind: 'secret', name: 'Server' }));
    expect((await post('/v1/track', bare, basic(`${key}:`))).status).toBe(200);
  });

  it.each([{}, basic('wk_wrong:'), basic(''), { authorization: 'Digest x' }])(
    'answers 401 for %j',
    async (headers) => {
      const response = await post(
        '/v1/batch',
        JSON.stringify({ batch: [event] }),
        headers as Record<string, string>,
      );
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'unknown-key' });
      expect(await names()).toEqual([]);
    },
  );
});

describe('bodies', () => {
  const batch = (count: number) => JSON.stringify({ batch: new Array(count).fill(event) });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'nonsense'])(
    'are read whatever their content type says: %s',
    async (type) => {
      const headers = { ...basic(shop.writeKey), 'content-type': type };
      expect((await post('/v1/batch', batch(2), headers)).status).toBe(200);
      expect(await names()).toHaveLength(2);
    },
  );

  it('are inflated by their first bytes, whatever the header says', async () => {
    expect((await post('/v1/batch', gzipSync(batch(50)))).status).toBe(200);
    const lying = { ...basic(shop.writeKey), 'content-encoding': 'gzip' };
    expect((await post('/v1/batch', batch(1), lying)).status).toBe(200);
    expect(await names()).toHaveLength(51);
  });

  it('may start with a byte order mark', async () => {
    expect((await post('/v1/track', `\uFEFF${JSON.stringify(event)}`)).status).toBe(200);
  });

  it('of 4 MB are taken, larger ones refused before and after inflation', async () => {
    const filler = ' '.repeat(4 * 1024 * 1024);
    const over = await post('/v1/track', JSON.stringify(event) + filler);
    expect(over.status).toBe(413);
    expect(await over.json()).toMatchObject({ code: 'too-large', limit: 4_194_304 });
    const fits = JSON.stringify(event) + filler.slice(JSON.stringify(event).length);
    expect((await post('/v1/track', fits)).status).toBe(200);
    expect((await post('/v1/track', gzipSync(JSON.stringify(event) + filler))).status).toBe(413);
    expect(
      (await post('/v1/track', gzipSync(JSON.stringify(event) + filler.slice(0, 2_000_000)))).status,
    ).toBe(413);
  });

  it('that are damaged are refused', async () => {
    const response = await post('/v1/track', gzipSync(JSON.stringify(event)).subarray(0, 30));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'broken-gzip' });
  });

  it('that are no JSON are refused with the position', async () => {
    const response = await post('/v1/batch', '{"batch":\n[{]}');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'malformed-json', line: 2, column: 3, offset: 12 });
  });

  it('hold 2,500 events at most', async () => {
    expect((await post('/v1/batch', batch(2_500))).status).toBe(200);
    const over = await post('/v1/batch', batch(2_501));
    expect(over.status).toBe(413);
    expect(await over.json()).toMatchObject({ code: 'too-many-events', limit: 2_500 });
  });
});

describe('replies', () => {
  it('list only events there is something to say about, by index', async () => {
    const sent = [
      event,
      { ...event, userId: 5.5 },
      { ...event, messageId: 'm' },
      { ...event, messageId: 'm' },
      7,
    ];
    const response = await post('/v1/batch', JSON.stringify({ batch: sent }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      success: true,
      accepted: 2,
      duplicates: 1,
      results: [
        {
          index: 1,
          status: 'refused',
          code: 'wrong-type',
          field: 'userId',
          message: '"userId" must be a string.',
        },
        expect.objectContaining({ index: 3, status: 'duplicate', code: 'duplicate', field: 'messageId' }),
        { index: 4, status: 'refused', code: 'wrong-type', message: 'An event must be an object.' },
      ],
    });
  });

  it.each(['[]', '7', 'null', '"x"', '{}', '{"batch":{}}', '{"batch":[]}', '{"batch":[null,[],{}]}'])(
    'are 200 for anything that can be read: %s',
    async (body) => {
      const response = await post('/v1/batch', body);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ success: true, accepted: 0 });
    },
  );

  it('let every page read them', async () => {
    const response = await post('/v1/track', JSON.stringify(event));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('paths', () => {
  it('name the type of what they take', async () => {
    const ids = { userId: 'u', event: 'A', groupId: 'g', previousId: 'p' };
    for (const path of [
      'identify',
      'track',
      'page',
      'screen',
      'group',
      'alias',
      'i',
      't',
      'p',
      's',
      'g',
      'a',
    ]) {
      expect((await post(`/v1/${path}`, JSON.stringify(ids))).status).toBe(200);
    }
    const types = (await storedEvents(shop.workspaceId)).map(({ type }) => type);
    const six = ['identify', 'track', 'page', 'screen', 'group', 'alias'];
    expect(types).toEqual([...six, ...six]);
  });

  it('take batches', async () => {
    for (const path of ['/v1/batch', '/v1/import', '/v1/b', '/beacon/v1/batch', '/api/s/event']) {
      expect((await post(path, JSON.stringify({ batch: [event] }))).status).toBe(200);
    }
    expect(await names()).toHaveLength(5);
  });

  it('answer a preflight with what it asked for', async () => {
    const headers = { 'access-control-request-headers': 'authorization,sentat,rsa-since-last-attempt' };
    for (const path of [
      '/v1/t',
      '/v1/batch',
      '/beacon/v1/batch',
      '/sourceConfig',
      '/v1/projects/x/settings',
    ]) {
      const response = await fetch(server.url + path, { method: 'OPTIONS', headers });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-headers')).toBe(
        headers['access-control-request-headers'],
      );
      expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    }
  });

  it('refuse other methods', async () => {
    const response = await fetch(`${server.url}/v1/track`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
  });

  it.each(['/', '/v1/journeys', '/v1/events?x=/v1/track', '//', '/v1/track/x'])(
    'leave %s to Next',
    async (path) => {
      expect(await (await fetch(server.url + path)).text()).toBe('left to Next');
    },
  );
});
