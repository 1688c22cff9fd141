// D28: a GET changes nothing, a POST without a cookie unsubscribes at once, doing it again is harmless, nothing is forged.
import { beforeEach, describe, expect, it } from 'vitest';
import { GET, POST } from '@/app/u/[token]/route';
import { consents, suppressions } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../db/transaction';
import { liveJourney, type Queued, queueSend, type Stage, writtenFor } from '../delivery/testing/queue-sends';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { findUnsubscribePage, unsubscribe } from './unsubscribe';
import { readUnsubscribeToken, unsubscribeToken, unsubscribeUrl } from './unsubscribe-token';

let stage: Stage;
let queued: Queued;
let address: string;
let token: string;

beforeEach(async () => {
  const { actor } = await freshWorkspace();
  stage = await liveJourney(actor);
  address = `ann-${actor.workspaceId}@shop.test`;
  queued = await queueSend(stage, 'send-email', { email: address });
  token = tokenFor(queued.customerId);
});

function tokenFor(customerId: Id<'cus'>, channel: 'email' | 'sms' = 'email'): string {
  return unsubscribeToken({ workspaceId: stage.actor.workspaceId, customerId, channel, address });
}

const get = (of = token) => GET(new Request('http://x.test/'), { params: Promise.resolve({ token: of }) });
const post = (of = token, body = 'List-Unsubscribe=One-Click') =>
  POST(new Request('http://x.test/', { method: 'POST', body }), { params: Promise.resolve({ token: of }) });

function ledger() {
  return inWorkspace(stage.actor.workspaceId, async (tx) => ({
    consents: await tx.select().from(consents),
    suppressions: await tx.select().from(suppressions),
  }));
}

describe('the one-click address', () => {
  it('changes nothing on GET and leads to the page', async () => {
    const response = await get();
    expect([response.status, response.headers.get('location')]).toEqual([307, `/unsubscribe/${token}`]);
    expect(await findUnsubscribePage(token)).toMatchObject({ isDone: false });
    expect(await ledger()).toEqual({ consents: [], suppressions: [] });
  });

  it('unsubscribes on POST, without cookie or redirect, and cancels what is queued', async () => {
    const response = await post();
    expect([response.status, response.headers.get('location'), response.headers.get('set-cookie')]).toEqual([
      200,
      null,
      null,
    ]);
    expect(await ledger()).toMatchObject({
      consents: [
        { customerId: queued.customerId, channel: 'email', state: 'opted-out', source: 'one-click' },
      ],
      suppressions: [{ channel: 'email', address, reason: 'unsubscribed' }],
    });
    expect(await writtenFor(stage, queued)).toMatchObject({
      row: { status: 'refused' },
      codes: ['refused-opted-out'],
    });
  });

  it('may be called again', async () => {
    await post();
    const before = await ledger();
    expect((await post()).status).toBe(200);
    expect(await ledger()).toEqual(before);
  });

  it('brings the reader of the page back to it', async () => {
    const response = await post(token, 'from=page');
    expect([response.status, response.headers.get('location')]).toEqual([303, `/unsubscribe/${token}`]);
    expect((await ledger()).consents).toMatchObject([{ source: 'page' }]);
    expect(await findUnsubscribePage(token)).toMatchObject({
      isDone: true,
      channel: 'email',
      address: 'a•••@shop.test',
      brand: expect.stringContaining('Test shop'),
    });
  });

  it('finds a customer who was merged since', async () => {
    const loser = await addCustomer(stage.actor, {}, { mergedInto: queued.customerId });
    expect(await unsubscribe(tokenFor(loser), 'one-click')).toEqual({ isNew: true, cancelled: 1 });
    expect((await ledger()).consents).toMatchObject([{ customerId: queued.customerId }]);
  });

  it('covers everybody under the address, on this channel only', async () => {
    const sms = await queueSend(stage, 'send-sms', { phone: '+420601777001' });
    await unsubscribe(token, 'one-click');
    expect((await writtenFor(stage, sms)).row?.status).toBe('queued');
  });
});

describe('the token', () => {
  const parts = () => token.split('.');

  it('is read back, and is part of an absolute address', () => {
    expect(readUnsubscribeToken(token)).toEqual({
      workspaceId: stage.actor.workspaceId,
      customerId: queued.customerId,
      channel: 'email',
      address,
    });
    expect(
      unsubscribeUrl({ workspaceId: 'wsp_a', customerId: 'cus_a', channel: 'email', address: 'ü@x.test' }),
    ).toMatch(/^http:\/\/localhost:3000\/u\/[\w-]+\.[\w-]{43}$/);
  });

  it.each([
    ['empty', () => ''],
    ['a dot', () => '.'],
    ['without signature', () => parts()[0] ?? ''],
    ['cut off', () => token.slice(0, -4)],
    ['longer', () => `${token}.x`],
    [
      'for another subject',
      () => `${Buffer.from('["wsp_a","cus_a","email","v@x.test"]').toString('base64url')}.${parts()[1]}`,
    ],
    ['no text at all', () => `%%%.${parts()[1]}`],
  ])('%s is not ours', async (_name, make) => {
    expect(readUnsubscribeToken(make())).toBeNull();
    expect((await post(make())).status).toBe(404);
    expect(await findUnsubscribePage(make())).toBeNull();
    expect(await ledger()).toEqual({ consents: [], suppressions: [] });
  });

  it('shows a phone number no more than its owner needs', async () => {
    address = '+420601777888';
    expect(await findUnsubscribePage(tokenFor(queued.customerId, 'sms'))).toMatchObject({
      address: '+420•••88',
    });
  });
});
