// Webhooks against a real receiver: the contract, the signature as svix sees it, the body, refused destinations.
import { Webhook as Svix } from 'svix';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../../clock';
import { setNow } from '../../testing/clock';
import type { Connection } from '../channel';
import { closeLiquid } from '../liquid';
import { describeContract } from '../testing/channel-contract';
import { sampleOrder } from '../testing/sample-order';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver';
import { allowLoopback } from '../testing/with-settings';
import { webhook } from './webhook';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const connection: Connection = {
  id: 'con_hook',
  workspaceId: 'wsp_test',
  channel: 'webhook',
  provider: 'http',
  config: {},
  secret: { signingSecret: SECRET },
  problem: null,
  revision: '1',
};

let restore = () => {};
let receiver: WebhookReceiver;
beforeAll(async () => {
  restore = allowLoopback();
  receiver = await startWebhookReceiver();
});
afterAll(async () => {
  restore();
  await receiver.close();
});

describeContract(webhook, async () => ({
  connection,
  unreachable: connection,
  order: sampleOrder('webhook', { connection }),
  addresses: {
    good: `${receiver.url}/good`,
    refused: `${receiver.url}/status/410`,
    busy: `${receiver.url}/status/503`,
    dropped: `${receiver.url}/drop`,
    silent: 'http://127.0.0.1:1/',
    malformed: [
      'ftp://shop.example',
      'https://user@shop.example',
      'shop.example',
      'https://shop.example:25/',
    ],
  },
  taken: () =>
    receiver.taken.map(({ path, headers }) => ({
      address: `${receiver.url}${path}`,
      id: String(headers['webhook-id']),
    })),
  close: async () => {},
}));

describe('a webhook on the wire', () => {
  afterAll(closeLiquid);

  const send = (address: string, body = '{"a":"č"}') =>
    webhook.send(connection, { key: 'enr_1/2', address, content: { method: 'POST', url: address, body } });

  it('carries a signature that another implementation verifies', async () => {
    setNow(new Date());
    await send(`${receiver.url}/signed`);
    const call = receiver.taken.at(-1);
    // All headers of interest come once, as text.
    const headers = call?.headers as Record<string, string>;
    expect(headers['content-type']).toBe('application/json');
    const svix = new Svix(SECRET);
    expect(svix.verify(call?.body ?? '', headers)).toEqual({ a: 'č' });
    expect(() => svix.verify(`${call?.body} `, headers)).toThrow();
    const old = { ...headers, 'webhook-timestamp': String(Math.floor(now().getTime() / 1000) - 301) };
    expect(() => svix.verify(call?.body ?? '', old)).toThrow();
  });

  it.each([
    [200, { kind: 'accepted' }],
    [204, { kind: 'accepted' }],
    [302, { kind: 'rejected', reason: expect.stringContaining('redirect') }],
    [400, { kind: 'rejected' }],
    [404, { kind: 'retry' }],
    [410, { kind: 'rejected' }],
    [429, { kind: 'retry', retryAfterMs: 30_000 }],
    [500, { kind: 'retry' }],
    [503, { kind: 'retry', retryAfterMs: 30_000 }],
  ])('reads the answer %i', async (status, outcome) => {
    expect(await send(`${receiver.url}/status/${status}`)).toMatchObject(outcome);
  });

  it.each([
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
  ])('goes nowhere near %s', async (address) => {
    expect(await send(address)).toMatchObject({ kind: 'rejected' });
  });
});

describe('the body', () => {
  afterAll(closeLiquid);

  async function bodyOf(body: string, attributes = {}) {
    const rendered = await webhook.render(sampleOrder('webhook', { data: { body }, attributes }));
    return rendered.ok ? JSON.parse(String(rendered.value.body)) : rendered.refusal;
  }

  it('says who and what happened, unless the author says otherwise', async () => {
    expect(await bodyOf('')).toEqual({
      type: 'journey.webhook',
      timestamp: '2026-03-01T10:00:00.000Z',
      data: {
        journey: { id: 'jrn_test', name: 'Basket' },
        customer: {
          id: 'cus_test',
          attributes: { firstName: 'Ann' },
          email: 'ann@shop.test',
          phone: '+420601123456',
        },
        event: { name: 'Basket Abandoned', properties: { total: '12.50' } },
      },
    });
  });

  it('is JSON whatever the customer is called', async () => {
    const firstName = 'A"}, "admin": true, {"\\';
    expect(await bodyOf('{"name": "{{ customer.firstName }}"}', { firstName })).toEqual({ name: firstName });
    expect(await bodyOf('{"all": {{ customer.list | json }}}', { list: [1, '"'] })).toEqual({
      all: [1, '"'],
    });
  });

  it('is refused where it is not JSON', async () => {
    expect(await bodyOf('{"n": {{ customer.none }}}')).toMatchObject({ code: 'render-failed' });
  });

  it('may have an address completed by Liquid, which is judged when it is known', async () => {
    const data = { url: 'https://{{ customer.host }}/hook' };
    const rendered = await webhook.render(sampleOrder('webhook', { data, attributes: { host: 'a:b@c' } }));
    const value = rendered.ok ? rendered.value : {};
    expect(value).toMatchObject({ url: 'https://a:b@c/hook' });
    expect(webhook.check(value, String(value.url))).toMatchObject({ code: 'user-info' });
  });
});
