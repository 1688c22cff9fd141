// What browser clients ask for before they send anything.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshShop, type IngestServer, type Shop, serveIngest } from './testing/serve-ingest';

let server: IngestServer;
let shop: Shop;

beforeAll(async () => {
  server = await serveIngest();
});
afterAll(() => server.close());
beforeEach(async () => {
  shop = await freshShop();
});

describe('browser clients', () => {
  it('learn from us where to send', async () => {
    const response = await fetch(`${server.url}/v1/projects/${shop.writeKey}/settings`);
    expect(await response.json()).toMatchObject({
      integrations: {
        'Segment.io': { apiKey: shop.writeKey, apiHost: `${new URL(server.url).host}/v1`, protocol: 'http' },
      },
    });
    expect((await fetch(`${server.url}/v1/projects/wk_wrong/settings`)).status).toBe(401);
  });

  it('behind a proxy learn the address they came by', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 't.shop.test' };
    const response = await fetch(`${server.url}/v1/projects/${shop.writeKey}/settings`, { headers });
    expect(await response.json()).toMatchObject({
      integrations: { 'Segment.io': { apiHost: 't.shop.test/v1', protocol: 'https' } },
    });
  });

  it('of RudderStack get a source without destinations', async () => {
    const response = await fetch(`${server.url}/sourceConfig/?p=npm&writeKey=${shop.writeKey}`);
    expect(await response.json()).toMatchObject({ source: { enabled: true, destinations: [], config: {} } });
    expect((await fetch(`${server.url}/sourceConfig`)).status).toBe(401);
  });

  it('of Segment are served from here, with the key of the path', async () => {
    const response = await fetch(`${server.url}/analytics.js/v1/${shop.writeKey}/analytics.min.js`);
    expect(response.headers.get('content-type')).toContain('javascript');
    const script = await response.text();
    expect(script).toContain(shop.writeKey);
    expect(script).not.toContain('__WRITE_KEY__');
  });

  it.each(['nothing.js', '..%2f..%2fpackage.json', 'x.js.map', '.js'])('find no file %s', async (file) => {
    expect((await fetch(`${server.url}/analytics-next/bundles/${file}`)).status).toBe(404);
  });
});
