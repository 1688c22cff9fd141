// When a failed attempt is made again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, NOON } from '../testing/build-event';
import { type FailedAttempt, retry } from './retry';

const failed: FailedAttempt = {
  of: 'message',
  attempt: 1,
  outcome: 'transient',
  firstTriedAt: NOON,
  now: NOON,
  random: 0.5,
  retryAfterMs: null,
};

const giveUp = { kind: 'give-up' };

/** All tries of one item, each failing at once. */
function tries(of: 'message' | 'webhook', chances: readonly number[]): number[] {
  const at = [NOON];
  for (let attempt = 1; ; attempt += 1) {
    const now = at.at(-1) ?? NOON;
    const verdict = retry({ ...failed, of, attempt, now, random: chances[attempt % chances.length] ?? 0 });
    if (verdict.kind === 'give-up') return at;
    at.push(verdict.at);
  }
}

describe('retry', () => {
  test('a random share of the longest pause', () => {
    expect(retry(failed)).toEqual({ kind: 'retry', at: NOON + MINUTE / 2 });
    expect(retry({ ...failed, of: 'webhook', attempt: 9, random: 0.25 })).toEqual({
      kind: 'retry',
      at: NOON + 6 * HOUR,
    });
  });

  test('6 tries in 24 hours, 10 in 76, whatever chance says', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1 }), (chances) => {
        const messages = tries('message', chances);
        expect(messages).toHaveLength(6);
        expect((messages.at(-1) ?? 0) - NOON).toBeLessThanOrEqual(24 * HOUR);
        const webhooks = tries('webhook', chances);
        expect(webhooks).toHaveLength(10);
        expect((webhooks.at(-1) ?? 0) - NOON).toBeLessThanOrEqual(76 * HOUR);
      }),
    );
  });

  test('Retry-After is obeyed, unless it lies beyond the window', () => {
    expect(retry({ ...failed, retryAfterMs: HOUR })).toEqual({ kind: 'retry', at: NOON + HOUR });
    expect(retry({ ...failed, retryAfterMs: 1 })).toEqual({ kind: 'retry', at: NOON + MINUTE / 2 });
    expect(retry({ ...failed, retryAfterMs: 25 * HOUR })).toEqual(giveUp);
    expect(retry({ ...failed, now: NOON + 23 * HOUR, retryAfterMs: 2 * HOUR })).toEqual(giveUp);
  });

  test('what is final is final', () => {
    expect(retry({ ...failed, outcome: 'permanent' })).toEqual(giveUp);
    expect(retry({ ...failed, of: 'webhook', outcome: 'permanent' })).toEqual(giveUp);
    expect(retry({ ...failed, attempt: 6 })).toEqual(giveUp);
  });

  test('what may have arrived is never sent again, but a webhook is', () => {
    expect(retry({ ...failed, outcome: 'unknown' })).toEqual(giveUp);
    expect(retry({ ...failed, of: 'webhook', outcome: 'unknown' }).kind).toBe('retry');
  });
});
