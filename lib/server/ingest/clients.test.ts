// Clients nobody here wrote, pointed at us. What each of them sends differs in path, key, compression and fields.
import { Analytics as CustomerIo } from '@customerio/cdp-analytics-node';
import { jitsuAnalytics } from '@jitsu/js';
import RudderStack from '@rudderstack/rudder-sdk-node';
import { Analytics as Segment } from '@segment/analytics-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshShop, type IngestServer, type Shop, serveIngest } from './testing/serve-ingest';
import { type StoredEvent, storedEvents, storedPeople } from './testing/stored';

let server: IngestServer;
let shop: Shop;

beforeAll(async () => {
  server = await serveIngest();
});
afterAll(() => server.close());
beforeEach(async () => {
  shop = await freshShop();
  server.seen.length = 0;
});

const HOUR = 3_600_000;
const types = (events: readonly StoredEvent[]) => events.map(({ type }) => type);
const TRAITS = { email: 'Ada@Shop.test', plan: 'gold' };

describe('@segment/analytics-node', () => {
  function client(more: object = {}): Segment {
    const segment = new Segment({ writeKey: shop.writeKey, host: server.url, ...more });
    segment.on('error', (error) => expect.fail(String(error.reason)));
    return segment;
  }

  it('six calls in one batch: all stored, ids and traits linked', async () => {
    const segment = client();
    const ids = { userId: 'u-1', anonymousId: 'a-1' };
    segment.page({ anonymousId: 'a-1', name: 'Home', properties: { path: '/' } });
    segment.identify({ ...ids, traits: TRAITS });
    segment.track({ userId: 'u-1', event: 'Order Completed', properties: { order_id: 'o-1', total: 12.5 } });
    segment.screen({ userId: 'u-1', name: 'Basket' });
    segment.group({ userId: 'u-1', groupId: 'g-1', traits: { name: 'Brewers' } });
    segment.alias({ userId: 'u-1', previousId: 'a-0' });
    await segment.closeAndFlush();
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/batch']);
    const events = await storedEvents(shop.workspaceId);
    expect(types(events)).toEqual(['page', 'identify', 'track', 'screen', 'group', 'alias']);
    expect(new Set(events.map(({ customerId }) => customerId)).size).toBe(1);
    expect(events[1]).toMatchObject({ traits: TRAITS });
    expect(events[2]).toMatchObject({
      name: 'Order Completed',
      properties: { order_id: 'o-1', total: 12.5 },
    });
    expect(await storedPeople(shop.workspaceId)).toEqual([
      ['anonymous-id a-0', 'anonymous-id a-1', 'email ada@shop.test', 'user-id u-1'],
    ]);
  });

  it.each([500, 503, 429])('repeats after %i, 500: stored once', async (status) => {
    server.failNext.push(status, 500);
    const segment = client({ maxRetries: 5 });
    segment.track({ userId: 'u', event: 'A' });
    await segment.closeAndFlush();
    expect(server.seen).toHaveLength(3);
    expect(await storedEvents(shop.workspaceId)).toHaveLength(1);
  });

  it('gives no error for events that are refused one by one', async () => {
    const segment = client();
    segment.track({ userId: 'u', event: 'Large', properties: { text: 'x'.repeat(20_000) } });
    segment.track({ userId: 'u', event: 'Fits' });
    await segment.closeAndFlush();
    expect((await storedEvents(shop.workspaceId)).map(({ name }) => name)).toEqual(['Fits']);
  });

  it('keeps the time of an imported event', async () => {
    const segment = client();
    const timestamp = new Date(Date.now() - 400 * 24 * HOUR);
    segment.track({ userId: 'u', event: 'A', timestamp });
    await segment.closeAndFlush();
    const [event] = await storedEvents(shop.workspaceId);
    expect(Math.abs((event?.occurredAt.getTime() ?? 0) - timestamp.getTime())).toBeLessThan(60_000);
  });
});

describe('@rudderstack/rudder-sdk-node', () => {
  it('gzip under a form’s content type; originalTimestamp; traits in the context too', async () => {
    const rudder = new RudderStack(shop.writeKey, { dataPlaneUrl: server.url, flushAt: 20 });
    const originalTimestamp = new Date(Date.now() - HOUR);
    rudder.identify({ userId: 'u-1', anonymousId: 'a-1', traits: TRAITS });
    rudder.track({
      userId: 'u-1',
      event: 'Order Completed',
      properties: { total: 3 },
      timestamp: originalTimestamp,
    });
    rudder.page({ userId: 'u-1', name: 'Home' });
    rudder.screen({ userId: 'u-1', name: 'Basket' });
    rudder.group({ userId: 'u-1', groupId: 'g-1' });
    rudder.alias({ userId: 'u-1', previousId: 'a-0' });
    await rudder.flush();
    await rudder.flush();
    const [sent] = server.seen;
    expect(sent?.headers['content-type']).toContain('form');
    expect(sent?.headers['content-encoding']).toBe('gzip');
    const events = await storedEvents(shop.workspaceId);
    expect(types(events)).toEqual(['identify', 'track', 'page', 'screen', 'group', 'alias']);
    expect(events[0]).toMatchObject({ traits: TRAITS });
    expect(Math.abs((events[1]?.occurredAt.getTime() ?? 0) - originalTimestamp.getTime())).toBeLessThan(
      60_000,
    );
    expect(await storedPeople(shop.workspaceId)).toHaveLength(1);
  });

  it('repeats after 503: stored once', async () => {
    const rudder = new RudderStack(shop.writeKey, {
      dataPlaneUrl: server.url,
      flushAt: 20,
      logLevel: 'silly',
    });
    server.failNext.push(503);
    rudder.track({ userId: 'u', event: 'A' });
    await rudder.flush();
    expect(server.seen.length).toBeGreaterThan(1);
    expect(await storedEvents(shop.workspaceId)).toHaveLength(1);
  });
});

describe('@customerio/cdp-analytics-node', () => {
  it('sends no sentAt: its times are trusted', async () => {
    const customerIo = new CustomerIo({ writeKey: shop.writeKey, host: server.url });
    const timestamp = new Date(Date.now() - 2 * HOUR);
    customerIo.identify({ userId: 'u-1', traits: TRAITS });
    customerIo.track({ userId: 'u-1', event: 'Order Completed', timestamp });
    customerIo.page({ userId: 'u-1', name: 'Home' });
    await customerIo.closeAndFlush();
    const events = await storedEvents(shop.workspaceId);
    expect(types(events)).toEqual(['identify', 'track', 'page']);
    expect(events[1]?.occurredAt).toEqual(timestamp);
    expect(await storedPeople(shop.workspaceId)).toEqual([['email ada@shop.test', 'user-id u-1']]);
  });
});

describe('@jitsu/js', () => {
  it.each([true, false])('one call per event, key in a header (from a server: %s)', async (s2s) => {
    const jitsu = jitsuAnalytics({ writeKey: `${shop.writeKey}:x`, host: server.url, s2s, fetch });
    await jitsu.identify('u-1', TRAITS);
    await jitsu.track('Order Completed', { total: 3 });
    await jitsu.page({ name: 'Home' });
    await jitsu.group('g-1', { name: 'Brewers' });
    const paths = server.seen.map(({ url }) => url);
    expect(paths.every((path) => path.startsWith(s2s ? '/api/s/s2s/' : '/api/s/'))).toBe(true);
    expect(server.seen[0]?.headers['x-write-key']).toBe(`${shop.writeKey}:x`);
    const events = await storedEvents(shop.workspaceId);
    expect(types(events)).toEqual(['identify', 'track', 'page', 'group']);
    expect(events[0]?.traits).toMatchObject(TRAITS);
    expect(await storedPeople(shop.workspaceId)).toHaveLength(1);
  });
});
