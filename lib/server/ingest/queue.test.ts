// Group commit, its bound, and what clients see while the database is away.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plantFaults } from '../fault';
import type { SourcedEvent } from './deduplicate';
import { drainIngest, enqueue } from './queue';
import { rowJsonOf } from './row-json';
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
afterEach(() => plantFaults(undefined));

function post(batch: object[]): Promise<Response> {
  return fetch(`${server.url}/v1/batch`, {
    method: 'POST',
    body: JSON.stringify({ writeKey: shop.writeKey, batch }),
  });
}

/** Lets the named await reach the database only after `release`, and tells how often it was reached. */
function hold(name: string): { release: () => void; reached: Promise<void>; count: () => number } {
  let release = () => {};
  let arrive = () => {};
  let reachedTimes = 0;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const before = () => {
    reachedTimes += 1;
    arrive();
    return released;
  };
  plantFaults((at) => (at === name ? { before } : undefined));
  return { release, reached, count: () => reachedTimes };
}

const event = (messageId: string) => ({ type: 'track', event: 'A', userId: 'u', messageId });

describe('group commit', () => {
  it('200 posts of one id at once store exactly one event', async () => {
    const replies = await Promise.all(Array.from({ length: 200 }, () => post([event('same')])));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    const bodies = await Promise.all(replies.map((response) => response.json()));
    expect(bodies.filter(({ accepted }) => accepted === 1)).toHaveLength(1);
    expect(bodies.filter(({ duplicates }) => duplicates === 1)).toHaveLength(199);
    expect(await storedEvents(shop.workspaceId)).toHaveLength(1);
  });

  it('stores what waits in one transaction, in order, and answers each request for itself', async () => {
    const held = hold('ingest.write');
    const first = post([event('0')]);
    await held.reached;
    const waiting = Array.from({ length: 20 }, (_, index) => post([event(`${index}`), { type: 'x' }]));
    await until(() => server.seen.length >= 21);
    await turn();
    held.release();
    await first;
    const bodies = await Promise.all(waiting.map(async (response) => (await response).json()));
    expect(bodies[0]).toMatchObject({ accepted: 0, duplicates: 1, results: [{ index: 0 }, { index: 1 }] });
    for (const body of bodies.slice(1)) {
      expect(body).toMatchObject({ accepted: 1, results: [{ index: 1, code: 'unknown-type' }] });
    }
    expect(held.count()).toBeLessThan(10);
    expect(await storedEvents(shop.workspaceId)).toHaveLength(20);
  });

  it('answers only after the commit', async () => {
    const held = hold('ingest.write');
    let isAnswered = false;
    const response = post([event('1')]).then((value) => {
      isAnswered = true;
      return value;
    });
    await held.reached;
    await turn();
    expect(isAnswered).toBe(false);
    held.release();
    expect((await response).status).toBe(200);
  });
});

describe('when the database fails', () => {
  it('says 503 with Retry-After and stores nothing; the repeat stores once', async () => {
    plantFaults((name) => (name === 'ingest.write' ? { before: connectionLost } : undefined));
    const refused = await post([event('1')]);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toMatchObject({ code: 'database-unavailable' });
    plantFaults(undefined);
    expect(await storedEvents(shop.workspaceId)).toHaveLength(0);
    expect(await (await post([event('1')])).json()).toMatchObject({ accepted: 1 });
  });

  it('says 503 where the commit happened and its answer got lost; the repeat is a duplicate', async () => {
    plantFaults((name) => (name === 'ingest.commit' ? { after: connectionLost } : undefined));
    expect((await post([event('1')])).status).toBe(503);
    plantFaults(undefined);
    expect(await (await post([event('1')])).json()).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await storedEvents(shop.workspaceId)).toHaveLength(1);
  });

  it('says 503 where the key cannot be looked up, and forgets that', async () => {
    plantFaults((name) => (name === 'ingest.find-key' ? { before: connectionLost } : undefined));
    expect((await post([event('1')])).status).toBe(503);
    plantFaults(undefined);
    expect((await post([event('1')])).status).toBe(200);
  });

  it('tries again where another transaction was in the way', async () => {
    let failures = 2;
    const deadlock = () => {
      if (failures-- > 0) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    };
    plantFaults((name) => (name === 'ingest.write' ? { before: deadlock } : undefined));
    expect(await (await post([event('1')])).json()).toMatchObject({ accepted: 1 });
  });

  it('refuses the one event that cannot be stored, not its neighbours', async () => {
    const sourced = ['a', 'poison', 'b', 'c'].map(plain);
    const outcomes = await enqueue(shop.workspaceId, sourced, 100);
    expect(outcomes?.map(({ status }) => status)).toEqual(['stored', 'refused', 'stored', 'stored']);
    expect(outcomes?.[1]?.remark?.code).toBe('not-storable');
  });
});

describe('the queue', () => {
  it('turns away what does not fit, with nothing stored', async () => {
    const held = hold('ingest.commit');
    const events = Array.from({ length: 25_000 }, (_, index) => plain(`${index}`));
    const first = enqueue(shop.workspaceId, events, 1_000);
    const second = enqueue(shop.workspaceId, events.slice(0, 24_990), 1_000);
    await held.reached;
    const refused = await post(Array.from({ length: 11 }, (_, index) => event(`${index}`)));
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(enqueue(shop.workspaceId, [plain('x')], 64 * 1024 * 1024)).toBeNull();
    plantFaults((name) => (name === 'ingest.find-known' ? { before: connectionLost } : undefined));
    // Both may fail in the same moment, so both are listened to before it comes.
    const ends = Promise.allSettled([first, second]);
    held.release();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('turns away what is still arriving once 64 MB of it are held', async () => {
    const port = Number(new URL(server.url).port);
    const head = 'POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-length: 4194304\r\n\r\n';
    const sockets = Array.from({ length: 17 }, () => connect(port, '127.0.0.1'));
    const answers = sockets.map((socket) => once(socket, 'data'));
    for (const socket of sockets) socket.write(head + ' '.repeat(4_194_303));
    const [answer] = await Promise.race(answers);
    expect(String(answer)).toContain('HTTP/1.1 503');
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await post([event('1')])).status).toBe(200);
  });

  it('drains: what was taken is stored, the rest is turned away', async () => {
    const held = hold('ingest.commit');
    const taken = post([event('1')]);
    await held.reached;
    const drained = drainIngest();
    expect((await post([event('2')])).status).toBe(503);
    held.release();
    await drained;
    expect((await taken).status).toBe(200);
    expect(await storedEvents(shop.workspaceId)).toHaveLength(1);
  });
});

/** An event past the checks; one named poison is something the checks would have to refuse. */
function plain(messageId: string): SourcedEvent {
  const claim = { userId: 'u', email: null, phone: null, anonymousId: null, previousId: null };
  const propertiesJson = messageId === 'poison' ? '{"a":"\\u0000"}' : '{}';
  const content = { name: 'n', propertiesJson, traitsJson: '{}', contextJson: '{}' };
  const row = { messageId, bodyHash: '', type: 'page' as const, ...content, occurredAt: 0, receivedAt: 0 };
  const rowJson = rowJsonOf(row);
  return { source: 's', event: { messageId, bodyHash: '', claim, receivedAt: 0, rowJson, remark: null } };
}

function connectionLost(): never {
  throw Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' });
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await turn();
}
