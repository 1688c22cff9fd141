// Hostile input: never a 5xx, never a neighbour lost, and the next request is fine.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

const good = (name: string) => JSON.stringify({ type: 'track', event: name, userId: 'u' });

function post(body: RequestInit['body'], path = '/v1/batch'): Promise<Response> {
  const headers = { authorization: `Basic ${btoa(`${shop.writeKey}:`)}` };
  return fetch(server.url + path, { method: 'POST', headers, body: body ?? '' });
}

/** Sends the event between two good ones and answers what was said about it. */
async function between(bad: string): Promise<{ code: string; index: number; field?: string }[]> {
  const response = await post(`{"batch":[${good('before')},${bad},${good('after')}]}`);
  expect(response.status).toBe(200);
  const names = (await storedEvents(shop.workspaceId)).map(({ name }) => name);
  expect(names).toContain('before');
  expect(names).toContain('after');
  expect((await post(good('next'), '/v1/track')).status).toBe(200);
  return (await response.json()).results;
}

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const withProperties = (json: string) => `{"type":"track","event":"A","userId":"u","properties":${json}}`;

const CORPUS: [string, string, string][] = [
  ['__proto__', withProperties('{"__proto__":{"isAdmin":true}}'), 'forbidden-key'],
  ['constructor', withProperties('{"constructor":{"prototype":{"isAdmin":true}}}'), 'forbidden-key'],
  ['a polluting event', '{"__proto__":{"type":"track"},"userId":"u"}', 'forbidden-key'],
  ['25 levels', withProperties(deep(25)), 'too-deep'],
  ['1,000 levels', withProperties(deep(1_000)), 'too-deep'],
  ['6,000 levels', withProperties(deep(6_000)), 'too-deep'],
  ['15,000 levels', withProperties(deep(15_000)), 'too-deep'],
  ['15,000 lists', withProperties(`{"a":${'['.repeat(15_000)}${']'.repeat(15_000)}}`), 'too-deep'],
  ['NUL in a property', withProperties('{"a":"x\\u0000"}'), 'forbidden-character'],
  ['NUL in a key', withProperties('{"a\\u0000":1}'), 'forbidden-character'],
  ['NUL in the name', '{"type":"track","event":"A\\u0000","userId":"u"}', 'forbidden-character'],
  ['NUL in the id', '{"type":"track","event":"A","userId":"u\\u0000"}', 'forbidden-character'],
  [
    'NUL in the message id',
    '{"type":"track","event":"A","userId":"u","messageId":"\\u0000"}',
    'forbidden-character',
  ],
  ['half a surrogate', withProperties('{"a":"\\ud83d"}'), 'forbidden-character'],
  ['halves in the wrong order', withProperties('{"a":"\\ude00\\ud83d"}'), 'forbidden-character'],
  ['a huge number', withProperties('{"a":1e400}'), 'number-too-large'],
  [
    '33 KB',
    withProperties(
      `{"a":"${'x'.repeat(9_000)}","b":"${'y'.repeat(9_000)}","c":"${'z'.repeat(9_000)}","d":"${'w'.repeat(6_500)}"}`,
    ),
    'too-large',
  ],
  ['an array for an event', '[]', 'wrong-type'],
  ['a huge type', `{"type":"${'x'.repeat(9_000)}","userId":"u"}`, 'unknown-type'],
  ['a time before all', '{"type":"page","userId":"u","timestamp":"0001-01-01T00:00:00Z"}', 'unreadable-time'],
  [
    'a time after all',
    '{"type":"page","userId":"u","timestamp":"+275760-09-13T00:00:00.000Z"}',
    'unreadable-time',
  ],
  ['an id of 5 KB', `{"type":"page","userId":"${'€'.repeat(1_600)}"}`, 'string-too-long'],
  ['an object for an id', '{"type":"page","userId":{"$ne":null}}', 'wrong-type'],
];

describe('one bad event', () => {
  it.each(CORPUS)('%s is refused by index, its neighbours are stored', async (_name, bad, code) => {
    expect(await between(bad)).toMatchObject([{ index: 1, code }]);
    expect('isAdmin' in {}).toBe(false);
    expect(await storedEvents(shop.workspaceId)).toHaveLength(3);
  });

  it.each([
    ['quotes', "'; DROP TABLE events;--"],
    ['backslashes', '\\\\\\"'],
    ['bidi marks', '\u202egnp.exe\u2066'],
    ['a byte order mark', 'x\ufeff'],
    ['not a character', '\uffff\ufffe'],
    ['every plane', '𐀀𝒳😀🏳️‍🌈'],
    ['a literal escape', '\\u0000'],
    ['template syntax', '{{ customer.constructor }}{% include ".env" %}'],
    ['markup', '<img src=x onerror=alert(1)>'],
  ])('strange but sound text is stored as it is: %s', async (_name, text) => {
    const body = JSON.stringify({
      type: 'identify',
      userId: text,
      traits: { [text]: text },
      messageId: text,
    });
    expect((await post(body, '/v1/identify')).status).toBe(200);
    const [event] = await storedEvents(shop.workspaceId);
    expect(event).toMatchObject({ messageId: text, traits: { [text]: text } });
  });
});

describe('one bad request', () => {
  it.each([
    ['nothing', '', 400],
    ['binary', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 400],
    ['a gzip header alone', Buffer.from([0x1f, 0x8b]), 400],
    ['gzip in gzip', gzipSync(gzipSync('{"batch":[]}')), 400],
    ['a bomb', gzipSync(Buffer.alloc(50_000_000, 0x20)), 413],
    ['a million brackets', gzipSync('['.repeat(1_000_000)), 413],
    ['a shared context too deep', `{"batch":[],"context":${deep(20_000)}}`, 413],
    [
      'a shared context that is stored 2,000 times',
      `{"context":{"a":"${'x'.repeat(9_000)}"},"batch":[${Array(2_000).fill(1)}]}`,
      413,
    ],
  ])('%s is answered %s', async (_name, body, status) => {
    expect((await post(body)).status).toBe(status);
    expect((await post(good('next'), '/v1/track')).status).toBe(200);
  });

  it('invalid UTF-8 inside a string does not cost the neighbours', async () => {
    const [start, end] = [
      `{"batch":[${good('a')},{"type":"track","event":"`,
      `","userId":"u"},${good('b')}]}`,
    ];
    const body = Buffer.concat([Buffer.from(start), Buffer.from([0xc3, 0x28]), Buffer.from(end)]);
    expect(await (await post(body)).json()).toMatchObject({ accepted: 3 });
  });

  it('a body without length that does not end in time is cut at 4 MB', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(0x20);
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => (sent++ < 6 ? controller.enqueue(chunk) : controller.close()),
    });
    const headers = { authorization: `Basic ${btoa(shop.writeKey)}` };
    const init = { method: 'POST', headers, body, duplex: 'half' };
    expect((await fetch(`${server.url}/v1/batch`, init)).status).toBe(413);
  });

  it('a client that goes away in the middle harms nobody', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    await new Promise((resolve) =>
      socket.write('POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"batch"', resolve),
    );
    socket.destroy();
    expect((await post(good('next'), '/v1/track')).status).toBe(200);
  });
});

describe('fuzz', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 30 });
  const anyJson = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      anyText,
      fc.string({
        unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
        maxLength: 5,
      }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(anyText, fc.constantFrom('__proto__', 'email', 'traits')), tie('value'), {
        maxKeys: 4,
      }),
    ),
  })).value;
  const field = (...sound: unknown[]) => fc.oneof(fc.constantFrom(...sound), anyJson);
  const anyEvent = fc.record(
    {
      type: field('identify', 'track', 'page', 'screen', 'group', 'alias'),
      userId: field('u', 'v', null),
      anonymousId: field('a', 'b'),
      previousId: field('a', 'u'),
      groupId: field('g'),
      messageId: field('m', 'n', null),
      event: field('A', 'B'),
      name: field('N'),
      category: anyJson,
      properties: anyJson,
      traits: field({ email: 'e@shop.test' }, { phone: '+420601123456' }),
      context: field({ traits: { email: 'f@shop.test' } }),
      timestamp: field('2026-01-01T00:00:00Z'),
      originalTimestamp: anyJson,
      sentAt: field('2026-01-01T00:00:00Z'),
    },
    { requiredKeys: [] },
  );

  it('every event is stored or listed, whatever was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(anyEvent, anyJson), { maxLength: 40 }), async (batch) => {
        const response = await post(JSON.stringify({ batch }));
        expect(response.status).toBe(200);
        const { accepted, duplicates, results } = await response.json();
        const refused = results.filter(({ status }: { status: string }) => status === 'refused');
        expect(accepted + duplicates + refused.length).toBe(batch.length);
        expect(refused.map(({ code }: { code: string }) => code)).not.toContain('not-storable');
      }),
      { numRuns: 150 },
    );
  });
});
