// SMS through Twilio's SDK against its own OpenAPI: the contract, the canary, outcomes, segments.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import type { Connection } from '../channel';
import { closeLiquid } from '../liquid';
import { describeContract } from '../testing/channel-contract';
import { sampleOrder } from '../testing/sample-order';
import { startTwilioEmulator, type TwilioEmulator } from '../testing/twilio-emulator';
import { allowLoopback } from '../testing/with-settings';
import { segmentsOf } from './segments';
import { sms } from './sms';

const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
const content = { text: 'Hi', segments: 1, encoding: 'GSM-7' };

function connectionTo(
  baseUrl: string,
  config: JsonObject = {},
  secret = { authToken: 'geheim' },
): Connection {
  return {
    id: 'con_sms',
    workspaceId: 'wsp_test',
    channel: 'sms',
    provider: 'twilio',
    config: { accountSid: ACCOUNT, from: '+15005550006', baseUrl, ...config },
    secret,
    problem: null,
    revision: '1',
  };
}

let restore = () => {};
beforeAll(() => {
  restore = allowLoopback({ publicUrl: 'https://shop.example' });
});
afterAll(() => restore());

describeContract(sms, async () => {
  const twilio = await startTwilioEmulator(ACCOUNT, 'geheim');
  const connection = connectionTo(twilio.url);
  return {
    connection,
    unreachable: connectionTo('http://127.0.0.1:1'),
    order: sampleOrder('sms', { connection }),
    addresses: {
      good: '+420601123456',
      refused: '+15005550001',
      busy: '+15005550429',
      dropped: '+15005550999',
      malformed: ['601123456', '+', '+42 0601', '+420601123456\r\nx', 'ann@shop.test', '+0123456789'],
    },
    taken: () => twilio.taken.map(({ form }) => ({ address: form.To ?? '', id: null })),
    close: () => twilio.close(),
  };
});

describe('Twilio', () => {
  let twilio: TwilioEmulator;
  beforeAll(async () => {
    twilio = await startTwilioEmulator(ACCOUNT, 'geheim');
  });
  afterAll(async () => {
    await twilio.close();
    await closeLiquid();
  });

  const send = (address: string, connection = connectionTo(twilio.url)) =>
    sms.send(connection, { key: 'k', address, content });

  it('gets exactly what its description asks for', async () => {
    expect(await send('+420601123456')).toEqual({
      kind: 'accepted',
      providerMessageId: 'SM00000000000000000000000000000001',
      isSandboxed: false,
    });
    expect(twilio.taken[0]?.form).toEqual({
      To: '+420601123456',
      From: '+15005550006',
      Body: 'Hi',
      StatusCallback: 'https://shop.example/v1/providers/twilio/con_sms/status',
    });
    expect(twilio.invalid).toEqual([]);
  });

  it('has a messaging service choose the number', async () => {
    const service = `MG${'a'.repeat(32)}`;
    await send('+420601000001', connectionTo(twilio.url, { messagingServiceSid: service }));
    expect(twilio.taken.at(-1)?.form).toMatchObject({ MessagingServiceSid: service });
    expect(twilio.taken.at(-1)?.form).not.toHaveProperty('From');
  });

  it('canary: the description does refuse a wrong request', async () => {
    const response = await fetch(`${twilio.url}/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT}:geheim`).toString('base64')}` },
      body: new URLSearchParams({ To: '+420601123456', Body: 'x', MessagingServiceSid: 'MG-not-one' }),
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 21600 }]);
    expect(twilio.invalid.join()).toContain('MessagingServiceSid');
  });

  it.each([
    ['+15005550001', { kind: 'rejected', isAddressBad: true, reason: '21211: Invalid To number' }],
    ['+15005550021', { kind: 'rejected', isAddressBad: true }],
    ['+15005550429', { kind: 'retry', retryAfterMs: 7000 }],
    ['+15005550503', { kind: 'retry', retryAfterMs: null }],
    ['+15005550500', { kind: 'unknown' }],
  ])('reads its answer for %s', async (address, outcome) => {
    expect(await send(address)).toMatchObject(outcome);
  });

  it('waits for better settings when the login is wrong', async () => {
    const wrong = connectionTo(twilio.url, {}, { authToken: 'falsch' });
    expect(await send('+420601123456', wrong)).toMatchObject({
      kind: 'retry',
      reason: '20003: Authenticate',
    });
  });

  it('is reached through the guarded module alone', async () => {
    const taken = twilio.taken.length;
    restore();
    expect(await send('+420601123456')).toMatchObject({ kind: 'retry' });
    restore = allowLoopback({ publicUrl: 'https://shop.example' });
    expect(twilio.taken).toHaveLength(taken);
  });

  it.each([
    ['queued', null],
    ['sent', { status: 'sent', reason: null }],
    ['delivered', { status: 'delivered', reason: null }],
    ['undelivered', { status: 'failed', reason: 'undelivered 30003' }],
    ['__proto__', null],
  ])('its status %s', (word, report) => {
    const call = { MessageSid: 'SM1', MessageStatus: word, ErrorCode: '30003' };
    expect(sms.status('twilio', call)).toEqual(report && { providerMessageId: 'SM1', ...report });
  });
});

describe('segments', () => {
  it.each([
    ['a'.repeat(160), 1, 'GSM-7'],
    ['a'.repeat(161), 2, 'GSM-7'],
    ['€'.repeat(80), 1, 'GSM-7'],
    ['€'.repeat(81), 2, 'GSM-7'],
    [`ç${'a'.repeat(69)}`, 1, 'UCS-2'],
    [`ç${'a'.repeat(70)}`, 2, 'UCS-2'],
    ['😀'.repeat(36), 2, 'UCS-2'],
  ])('%.12s…', (text, segments, encoding) => {
    expect(segmentsOf(text)).toEqual({ segments, encoding });
  });

  it('are stored with the text', async () => {
    const rendered = await sms.render(
      sampleOrder('sms', { data: { text: ' Žluť {{ customer.firstName }} ' } }),
    );
    expect(rendered).toEqual({ ok: true, value: { text: 'Žluť Ann', segments: 1, encoding: 'UCS-2' } });
  });

  it('are limited', async () => {
    const rendered = await sms.render(sampleOrder('sms', { attributes: { firstName: 'x'.repeat(2000) } }));
    const value = rendered.ok ? rendered.value : {};
    expect(sms.check(value, '+420601123456')).toMatchObject({ code: 'too-large' });
  });

  it('need a text', async () => {
    const rendered = await sms.render(sampleOrder('sms', { data: { text: '{{ customer.none }}' } }));
    expect(rendered).toMatchObject({ ok: false, refusal: { code: 'render-failed' } });
  });
});
