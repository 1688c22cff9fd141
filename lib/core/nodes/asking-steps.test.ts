// What steps do that ask somebody else: for a coupon, for another system’s answer.
import { describe, expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import type { JsonObject } from '../json';
import { anEvent, HOUR, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { aVisit } from '../testing/build-visit';
import { callWebhook } from './call-webhook';
import { issueCoupon } from './issue-coupon';

describe('issue-coupon', () => {
  const { data, step, compile } = issueCoupon;
  const coupon = data.parse({ poolId: 'cpl_1' });

  test('asks, keeps the code, and goes on without one where there is none or nobody answers', () => {
    expect(step(coupon, aVisit())).toMatchObject({
      kind: 'wait',
      until: NOON + HOUR,
      command: { type: 'issue-coupon', payload: { poolId: 'cpl_1' } },
    });
    expect(step(coupon, aVisit({ cause: { kind: 'answer', isOk: true, value: 'TEA-1' } }))).toMatchObject({
      exit: 'issued',
      save: { coupon: 'TEA-1' },
    });
    expect(step(coupon, aVisit({ cause: { kind: 'answer', isOk: false, value: null } }))).toMatchObject({
      exit: 'none-left',
      code: 'coupon-none-left',
    });
    expect(step(coupon, aVisit({ cause: { kind: 'due' } }))).toMatchObject({
      exit: 'none-left',
      code: 'coupon-unanswered',
    });
    expect(issueCoupon.exits(coupon).map(({ id }) => id)).toEqual(['issued', 'none-left']);
  });

  test('needs a pool and a name that Liquid can say', () => {
    const codes = (value: object) => compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
    expect(codes({ saveAs: 'my code' })).toEqual(['unfinished-choice poolId', 'bad-saved-name saveAs']);
    expect(codes({ poolId: 'cpl_1' })).toEqual([]);
  });
});

describe('call-webhook', () => {
  const { data, step, exits, compile } = callWebhook;
  const url = 'https://shop.example/hook';
  const asking = data.parse({ url, capture: { saveAs: 'offer' } });

  test('one that was drawn before answers could be kept goes on at once', () => {
    const plain = data.parse({ url, body: '' });
    expect(exits(plain)).toEqual([{ id: 'next' }]);
    expect(step(plain, aVisit())).toMatchObject({ kind: 'go', code: 'webhook-queued' });
  });

  test('waits for the answer where it is kept, until the last try is over', () => {
    expect(exits(asking)).toEqual([{ id: 'next' }, { id: 'failed' }]);
    expect(step(asking, aVisit())).toMatchObject({
      kind: 'wait',
      until: NOON + 77 * HOUR,
      code: 'webhook-asked',
    });
    const answer = (isOk: boolean, value: JsonObject) =>
      step(asking, aVisit({ cause: { kind: 'answer', isOk, value } }));
    expect(answer(true, { status: 200 })).toMatchObject({ exit: 'next', save: { offer: { status: 200 } } });
    expect(answer(false, { status: 410 })).toMatchObject({
      exit: 'failed',
      save: { offer: { status: 410 } },
    });
    expect(
      step(asking, aVisit({ cause: { kind: 'answer', isOk: false, value: null, reason: 'Answered 410' } })),
    ).toMatchObject({ code: 'webhook-failed', inputs: { saveAs: 'offer', reason: 'Answered 410' } });
    expect(step(asking, aVisit({ cause: { kind: 'due' } }))).toMatchObject({
      exit: 'failed',
      code: 'webhook-unanswered',
    });
  });

  test('needs an address, and a name where the answer is kept', () => {
    const codes = (value: object) => compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
    expect(codes({ url, capture: { saveAs: '1st' } })).toEqual(['bad-saved-name capture.saveAs']);
    expect(codes({ capture: {} })).toEqual(['bad-url url']);
  });

  test('an answer moves the very visit that asked, and no other', () => {
    const line = journey('unlimited')
      .trigger('Viewed')
      .add('call-webhook', { url, capture: {} }, ['next', 'failed']);
    const shell = new MemoryShell();
    shell.publish([{ journeyId: 'jrn_1', version: 1, program: line.program(), isEnrolling: true }]);
    shell.batch([anEvent('Viewed')], NOON);
    const [asker] = [...shell.enrollments.values()];
    const answer = (seq: number, visit: number) =>
      anEvent('answer', {
        seq,
        type: 'signal',
        properties: {
          enrollment_id: asker?.id ?? '',
          node_id: 'nod_2',
          visit,
          ok: true,
          value: { status: 200 },
        },
      });
    shell.batch([answer(2, 1)], NOON);
    expect(shell.enrollments.get(asker?.id ?? 'enr_')).toMatchObject({ status: 'waiting', saved: {} });
    shell.batch([answer(3, 2), answer(4, 2)], NOON);
    expect(shell.enrollments.get(asker?.id ?? 'enr_')).toMatchObject({
      status: 'ended',
      saved: { answer: { status: 200 } },
    });
    expect(shell.decisions.filter(({ code }) => code === 'webhook-answered')).toHaveLength(1);
  });

  test('an answer that is none says why', () => {
    const shell = new MemoryShell();
    const line = journey()
      .trigger('Viewed')
      .add('call-webhook', { url: 'https://shop.example', capture: {} }, ['failed', 'next']);
    shell.publish([{ journeyId: 'jrn_1', version: 1, program: line.program(), isEnrolling: true }]);
    shell.batch([anEvent('Viewed')], NOON);
    const [asker] = [...shell.enrollments.keys()];
    const about = { enrollment_id: asker ?? '', node_id: 'nod_2', visit: 2 };
    const properties = { ...about, ok: false, reason: 'Answered 410' };
    shell.batch([anEvent('answer', { seq: 2, type: 'signal', properties })], NOON);
    const failed = shell.decisions.find(({ code }) => code === 'webhook-failed');
    expect(failed).toMatchObject({ exit: 'failed', inputs: { reason: 'Answered 410' } });
  });
});
