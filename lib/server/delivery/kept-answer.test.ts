// What is kept of a webhook's answer: only where a step waits, only when it is over, only what can be stored.
import { expect, it } from 'vitest';
import type { Claimed } from './claim';
import { conclude } from './conclude';
import { keptAnswer } from './kept-answer';

const row: Claimed = {
  workspaceId: 'wsp_1',
  id: 'obx_1',
  fence: 1,
  key: 'enr_1.2',
  type: 'call-webhook',
  customerId: 'cus_1',
  journeyId: 'jrn_1',
  version: 1,
  priority: 0,
  enrollmentId: 'enr_1',
  nodeId: 'nod_2',
  payload: { capture: { saveAs: 'offer' } },
  attempts: 0,
  lastError: null,
  messageId: null,
  address: null,
  content: null,
  firstTriedAt: null,
};
const at = new Date('2026-03-01T12:00:00Z');

function kept(
  body: string,
  { status = 200, change = {} }: { status?: number; change?: Partial<Claimed> } = {},
) {
  const answer = { status, body };
  const outcome =
    status < 300
      ? ({ kind: 'accepted', providerMessageId: null, isSandboxed: false, answer } as const)
      : ({ kind: 'rejected', reason: `Answered ${status}`, isAddressBad: false, answer } as const);
  const asked = { ...row, ...change };
  return keptAnswer(asked, outcome, conclude(asked, outcome, 1, at, at));
}

it('keeps the status and the JSON of the body', () => {
  expect(kept('{"offer":{"price":9}}')).toMatchObject({
    key: 'enr_1.2',
    isOk: true,
    value: { status: 200, body: { offer: { price: 9 } } },
  });
  expect(kept('{"error":"gone"}', { status: 410 })).toMatchObject({
    isOk: false,
    value: { status: 410, body: { error: 'gone' } },
  });
});

it('keeps no body that is not JSON, and none that nobody can store', () => {
  expect(kept('<html>')).toMatchObject({
    value: { status: 200, body: null },
    reason: expect.stringContaining('no JSON'),
  });
  expect(kept(' ')).toMatchObject({ value: { status: 200, body: null }, reason: null });
  expect(kept(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)?.value).toEqual({ status: 200, body: null });
  expect(kept('{"a":"x\\u0000y","b":[1,null,true]}')?.value).toEqual({
    status: 200,
    body: { a: 'xy', b: [1, null, true] },
  });
});

it('keeps nothing where no step waits, or the call goes on', () => {
  expect(kept('{}', { change: { payload: {} } })).toBeNull();
  expect(kept('{}', { change: { payload: { capture: null } } })).toBeNull();
  expect(kept('{}', { change: { type: 'send-sms' } })).toBeNull();
  const outcome = { kind: 'retry', reason: 'Answered 503', retryAfterMs: null } as const;
  expect(keptAnswer(row, outcome, conclude(row, outcome, 1, at, at))).toBeNull();
  const lost = { kind: 'rejected', reason: 'It redirects', isAddressBad: false } as const;
  expect(keptAnswer(row, lost, conclude(row, lost, 1, at, at))?.value).toEqual({ status: null, body: null });
});
