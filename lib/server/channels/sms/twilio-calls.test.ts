// D29, D30, D32: only Twilio's own calls count, each once; STOP is obeyed at once; statuses only move forward.
import { eq } from 'drizzle-orm';
import sdk from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST } from '@/app/v1/providers/twilio/[connectionId]/[kind]/route';
import { consents, events, providerCalls, suppressions } from '@/drizzle/schema';
import { SaveConnection } from '@/lib/core/api/connection';
import { inWorkspace } from '../../db/transaction';
import { drainSender } from '../../delivery/drain-sender';
import { liveJourney, queueSend, type Stage, writtenFor } from '../../delivery/testing/queue-sends';
import { plantFaults } from '../../fault';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { closeLiquid } from '../liquid';
import { saveConnection } from '../save-connection';
import { startTwilioEmulator, type TwilioEmulator } from '../testing/twilio-emulator';
import { allowLoopback } from '../testing/with-settings';

const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
const TOKEN = 'geheim';
const PUBLIC = 'https://shop.example';

let restore = () => {};
let twilio: TwilioEmulator;
let stage: Stage;
let connectionId: string;
let phone: string;
let numbers = 0;

beforeAll(async () => {
  restore = allowLoopback({ publicUrl: PUBLIC });
  twilio = await startTwilioEmulator(ACCOUNT, TOKEN);
});
afterAll(async () => {
  await twilio.close();
  await closeLiquid();
  restore();
});
beforeEach(async () => {
  const { actor } = await freshWorkspace();
  stage = await liveJourney(actor);
  const config = { accountSid: ACCOUNT, from: '+15005550006', baseUrl: twilio.url };
  const input = { provider: 'twilio', channel: 'sms', config, secret: { authToken: TOKEN } };
  const saved = await saveConnection(actor, SaveConnection.parse(input));
  connectionId = saved.ok ? (saved.value.connection.id ?? '') : '';
  numbers += 1;
  phone = `+4206010${String(numbers).padStart(5, '0')}`;
});

type Kind = 'status' | 'inbound';
const urlOf = (kind: Kind, id = connectionId) => `${PUBLIC}/v1/providers/twilio/${id}/${kind}`;
const sign = (url: string, form: Record<string, string>) => sdk.getExpectedTwilioSignature(TOKEN, url, form);

function call(
  kind: Kind,
  form: Record<string, string>,
  signature: string | null = sign(urlOf(kind), form),
  id = connectionId,
) {
  const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
  if (signature !== null) headers.set('x-twilio-signature', signature);
  // The request itself comes from a proxy, under another name.
  const request = new Request(`http://10.0.0.7:3000/v1/providers/twilio/${id}/${kind}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  return POST(request, { params: Promise.resolve({ connectionId: id, kind }) });
}

const inbound = (Body: string, MessageSid = 'SMin1', more = {}) => ({
  From: phone,
  To: '+15005550006',
  Body,
  MessageSid,
  ...more,
});
const status = (MessageSid: string, MessageStatus: string) => ({ To: phone, MessageSid, MessageStatus });

function stored() {
  return inWorkspace(stage.actor.workspaceId, async (tx) => ({
    calls: await tx.select().from(providerCalls),
    events: await tx.select().from(events).where(eq(events.source, 'twilio')).orderBy(events.seq),
    consents: await tx.select().from(consents),
    suppressions: await tx.select().from(suppressions),
  }));
}

describe('a call that is not Twilio’s', () => {
  it('is told by the signature of Twilio’s documentation', () => {
    const form = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    };
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
    expect(sdk.validateRequest('12345', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', url, form)).toBe(true);
  });

  it.each([
    ['no signature', () => call('inbound', inbound('STOP'), null)],
    ['a wrong signature', () => call('inbound', inbound('STOP'), 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=')],
    [
      'a cut signature',
      () => call('inbound', inbound('STOP'), sign(urlOf('inbound'), inbound('STOP')).slice(0, 10)),
    ],
    [
      'a signature for another path',
      () => call('inbound', inbound('STOP'), sign(urlOf('status'), inbound('STOP'))),
    ],
    ['another body', () => call('inbound', inbound('STOP'), sign(urlOf('inbound'), inbound('hello')))],
    [
      'the address it was really sent to',
      () => call('inbound', inbound('STOP'), sign('http://10.0.0.7:3000', inbound('STOP'))),
    ],
    [
      'an unknown connection',
      () => call('inbound', inbound('STOP'), sign(urlOf('inbound', 'con_x'), inbound('STOP')), 'con_x'),
    ],
  ])('with %s is refused and stores nothing', async (_name, send) => {
    expect((await send()).status).toBe(401);
    const { calls, events: seen, suppressions: listed } = await stored();
    expect([calls, seen, listed]).toEqual([[], [], []]);
  });

  it('is refused where the connection lost its secret', async () => {
    await saveConnection(
      stage.actor,
      SaveConnection.parse({ provider: 'sandbox', channel: 'sms', config: {} }),
    );
    expect((await call('inbound', inbound('STOP'))).status).toBe(401);
  });

  it('is refused where it is too large, and unknown under another name', async () => {
    expect((await call('inbound', inbound('x'.repeat(70_000)))).status).toBe(413);
    const request = new Request(PUBLIC, { method: 'POST' });
    const params = Promise.resolve({ connectionId, kind: 'else' });
    expect((await POST(request, { params })).status).toBe(404);
  });
});

describe('STOP', () => {
  it('opts out at once, cancels what is queued, and is confirmed once', async () => {
    const queued = await queueSend(stage, 'send-sms', { phone });
    const answer = await call('inbound', inbound(' stop. '));
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringMatching(/<Message>Test shop \d+: you are unsubscribed/),
    ]);
    expect(await writtenFor(stage, queued)).toMatchObject({
      row: { status: 'refused' },
      codes: ['refused-opted-out'],
    });
    expect(await stored()).toMatchObject({
      consents: [{ customerId: queued.customerId, channel: 'sms', state: 'opted-out', source: 'sms-stop' }],
      suppressions: [{ channel: 'sms', address: phone, reason: 'stop' }],
      events: [
        {
          name: 'SMS Received',
          customerId: queued.customerId,
          properties: { text: ' stop. ', isStop: true },
        },
      ],
    });
    const again = await call('inbound', inbound('STOP', 'SMin2'));
    expect(await again.text()).not.toContain('Message>');
    const later = await queueSend(stage, 'send-sms', { customerId: queued.customerId });
    await drainSender();
    expect((await writtenFor(stage, later)).codes).toEqual(['refused-suppressed']);
    expect(twilio.taken.filter(({ form }) => form.To === phone)).toEqual([]);
  });

  it('repeated by Twilio has no second effect', async () => {
    await queueSend(stage, 'send-sms', { phone });
    await call('inbound', inbound('STOP'));
    const before = await stored();
    expect((await call('inbound', inbound('STOP'))).status).toBe(200);
    expect(await stored()).toEqual(before);
  });

  it('is confirmed by Twilio alone where Twilio did so', async () => {
    const answer = await call('inbound', inbound('Arrêtez', 'SMin3', { OptOutType: 'STOP' }));
    expect(await answer.text()).not.toContain('Message>');
    expect((await stored()).suppressions).toMatchObject([{ address: phone, reason: 'stop' }]);
  });

  it('is not heard in other texts, which are events all the same', async () => {
    const answer = await call('inbound', inbound('When do you open?'));
    expect(await answer.text()).not.toContain('Message>');
    expect(await stored()).toMatchObject({
      suppressions: [],
      events: [{ name: 'SMS Received', properties: { text: 'When do you open?', isStop: false } }],
    });
  });
});

describe('status', () => {
  const sent = async () => {
    const queued = await queueSend(stage, 'send-sms', { phone });
    await drainSender();
    const { message } = await writtenFor(stage, queued);
    return { queued, sid: message?.providerMessageId ?? '' };
  };
  const statusOf = async (queued: Parameters<typeof writtenFor>[1]) =>
    (await writtenFor(stage, queued)).message?.status;

  it('moves the message forward, never back, and becomes an event once', async () => {
    const { queued, sid } = await sent();
    expect(await statusOf(queued)).toBe('sent');
    for (const word of ['delivered', 'delivered', 'sent', 'undelivered', 'queued']) {
      expect((await call('status', status(sid, word))).status).toBe(200);
      expect(await statusOf(queued)).toBe('delivered');
    }
    const { events: seen } = await stored();
    expect(seen.map(({ name, customerId }) => [name, customerId])).toEqual([
      ['SMS Delivered', queued.customerId],
      ['SMS Failed', queued.customerId],
    ]);
  });

  it('that comes before our own commit is kept and applied then', async () => {
    const queued = await queueSend(stage, 'send-sms', { phone });
    const sid = `SM${String(twilio.taken.length + 1).padStart(32, '0')}`;
    plantFaults((name) =>
      name === 'sender.finish'
        ? { before: async () => void (await call('status', status(sid, 'delivered'))) }
        : undefined,
    );
    await drainSender();
    plantFaults(undefined);
    expect(await statusOf(queued)).toBe('delivered');
  });

  it('of a message nobody knows is kept and harms nobody', async () => {
    expect((await call('status', status('SMunknown', 'delivered'))).status).toBe(200);
    expect((await stored()).calls).toMatchObject([{ callId: 'status:SMunknown:delivered' }]);
  });
});
