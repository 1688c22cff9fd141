// Browser clients nobody here wrote, in a real browser, on a page of another origin: whatever a shop's site has installed
// already works once its host points at us.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type Credentials, expect, test as studio } from './fixtures';

const rudderstack = createRequire(import.meta.url).resolve('@rudderstack/analytics-js/bundled');
const rudderstackScript = rudderstack.replace('/cjs/index.cjs', '/umd/index.js');

interface Stored {
  type: string;
  name: string;
  properties: Record<string, unknown>;
  context: Record<string, unknown>;
}

type Api = (method: string, path: string) => Promise<unknown>;

interface Shop {
  /** Opens the shop's landing page with this markup in it. */
  visitShop: (markup: string) => Promise<void>;
}

/** The shop's site: another origin than ours, on loopback too, because Chromium lets no other page call loopback. */
const test = studio.extend<Shop>({
  visitShop: async ({ page }, use) => {
    let markup = '';
    const site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Shop</title>${markup}`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const address = site.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await use(async (given) => {
      markup = given;
      await page.goto(`http://127.0.0.1:${port}/landing?utm_source=letter&utm_campaign=spring`);
    });
    site.closeAllConnections();
    site.close();
  },
});

/** The events of one customer, in the order in which they were accepted. */
async function eventsOf(api: Api, userId: string): Promise<Stored[]> {
  // The answer of our own API, whose shape is declared there.
  const { data } = (await api('GET', `/v1/events?customer=${userId}`)) as { data: Stored[] };
  return data.reverse();
}

async function expectStory(api: Api, userId: string, names: string[]): Promise<Stored[]> {
  await expect
    .poll(async () => (await eventsOf(api, userId)).map(({ name }) => name).sort(), { timeout: 30_000 })
    .toEqual([...names].sort());
  return eventsOf(api, userId);
}

/** Segment's snippet as its customers have it, with the host changed. */
function segmentSnippet({ url, writeKey }: Credentials): string {
  return `<script>
    !function(){var i="analytics",analytics=window[i]=window[i]||[];if(!analytics.initialize){analytics.invoked=!0;
    analytics.methods=["trackSubmit","trackClick","trackLink","trackForm","pageview","identify","reset","group","track",
    "ready","alias","debug","page","screen","once","off","on","addSourceMiddleware","addIntegrationMiddleware",
    "setAnonymousId","addDestinationMiddleware","register"];analytics.factory=function(e){return function(){
    if(window[i].initialized)return window[i][e].apply(window[i],arguments);var n=Array.prototype.slice.call(arguments);
    n.unshift(e);analytics.push(n);return analytics}};for(var n=0;n<analytics.methods.length;n++){
    var key=analytics.methods[n];analytics[key]=analytics.factory(key)}analytics.load=function(key,n){
    var t=document.createElement("script");t.type="text/javascript";t.async=!0;
    t.setAttribute("data-global-segment-analytics-key",i);t.src="${url}/analytics.js/v1/"+key+"/analytics.min.js";
    var r=document.getElementsByTagName("script")[0];r.parentNode.insertBefore(t,r);analytics._loadOptions=n};
    analytics._cdn="${url}";analytics._writeKey="${writeKey}";analytics.load("${writeKey}");analytics.page();}}();
  </script>`;
}

test('Segment’s snippet with only the host changed delivers what was queued before it loaded', async ({
  visitShop,
  api,
  credentials,
}) => {
  const userId = `segment-${Date.now()}`;
  await visitShop(
    `${segmentSnippet(credentials)}<script>
      analytics.identify('${userId}', { email: '${userId}@shop.test' });
      analytics.track('Product Viewed', { sku: 'SKU-1', price: 12.5 });
    </script>`,
  );
  const events = await expectStory(api, userId, ['Page Viewed', 'Identified', 'Product Viewed']);
  const viewed = events.find(({ name }) => name === 'Product Viewed');
  expect(viewed?.properties).toMatchObject({ sku: 'SKU-1', price: 12.5 });
  expect(viewed?.context).toMatchObject({ campaign: { source: 'letter', name: 'spring' } });
  expect(events.find(({ type }) => type === 'page')?.properties).toMatchObject({ path: '/landing' });
});

test('analytics-next in batches, with alias and group, tells us everything', async ({
  page,
  visitShop,
  api,
  credentials,
}) => {
  const userId = `batch-${Date.now()}`;
  const batching = { strategy: 'batching', config: { size: 10, timeout: 200 } };
  const options = { integrations: { 'Segment.io': { deliveryStrategy: batching } } };
  const snippet = segmentSnippet(credentials).replace(
    `analytics.load("${credentials.writeKey}")`,
    `analytics.load("${credentials.writeKey}", ${JSON.stringify(options)})`,
  );
  const posts = page.waitForRequest((request) => request.url().endsWith('/v1/b'));
  await visitShop(
    `${snippet}<script>
      analytics.identify('${userId}', { plan: 'gold' });
      analytics.group('g-1', { name: 'Brewers' });
      analytics.alias('${userId}');
      analytics.screen('Basket');
      analytics.track('Order Completed', { total: 3 });
    </script>`,
  );
  await posts;
  await expectStory(api, userId, [
    'Page Viewed',
    'Identified',
    'Group Joined',
    'Aliased',
    'Screen Viewed',
    'Order Completed',
  ]);
});

for (const useBeacon of [false, true]) {
  test(`RudderStack’s browser client works ${useBeacon ? 'by beacon' : 'by request'}`, async ({
    visitShop,
    api,
    credentials,
  }) => {
    const userId = `rudder-${useBeacon}-${Date.now()}`;
    const { url, writeKey } = credentials;
    const options = { configUrl: url, useBeacon, beaconQueueOptions: { flushQueueInterval: 200 } };
    await visitShop(
      `<script>${readFileSync(rudderstackScript, 'utf8').replaceAll('</script', '<\\/script')}</script><script>
        const client = new rudderanalytics.RudderAnalytics();
        client.load('${writeKey}', '${url}', ${JSON.stringify(options)});
        client.page('Landing');
        client.identify('${userId}', { email: '${userId}@shop.test' });
        client.track('Product Viewed', { sku: 'SKU-1' });
      </script>`,
    );
    const events = await expectStory(api, userId, ['Page Viewed', 'Identified', 'Product Viewed']);
    expect(events.find(({ type }) => type === 'page')?.properties).toMatchObject({ name: 'Landing' });
  });
}
