// The laws of sending: they hold whatever the facts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyFacts } from '../policy/policy-facts';
import { afterQuietHours } from '../policy/quiet-hours';
import { DAY, MINUTE, NOON } from '../testing/build-event';
import { policy } from './policy';

describe('whatever the facts', () => {
  const wallTime = fc.constantFrom('00:00', '02:30', '06:00', '08:00', '20:00', '21:00', '23:59');
  const counted = fc.record({
    channel: fc.constantFrom('email', 'sms'),
    category: fc.constantFrom('', 'news', 'basket'),
  });
  const rules = fc.record({
    caps: fc.array(
      fc.record({
        id: fc.uuid(),
        name: fc.constant('Cap'),
        channel: fc.constantFrom(null, 'email' as const, 'sms' as const),
        category: fc.constantFrom(null, 'news'),
        limit: fc.integer({ min: 1, max: 3 }),
        perHours: fc.constantFrom(1, 24, 72),
        whenReached: fc.constantFrom('skip' as const, 'requeue' as const),
      }),
      { maxLength: 3 },
    ),
    quietHours: fc
      .record({
        isOn: fc.boolean(),
        from: wallTime,
        to: wallTime,
        channels: fc.constant<('email' | 'sms')[]>(['email']),
      })
      .filter(({ from, to }) => from !== to),
    throttles: fc.record({
      email: fc.constantFrom(null, 1, 3),
      sms: fc.constant(null),
      webhook: fc.constant(null),
    }),
    holdoutPercent: fc.constant(5),
  });
  const now = fc.integer({ min: NOON, max: NOON + 365 * DAY });
  const ago = fc.integer({ min: 0, max: 4 * DAY });
  const facts: fc.Arbitrary<Required<PolicyFacts>> = now.chain((at) =>
    fc.record({
      channel: fc.constantFrom('email' as const, 'sms' as const, 'webhook' as const),
      kind: fc.constantFrom('marketing' as const, 'transactional' as const),
      consent: fc.constantFrom('opted-in' as const, 'opted-out' as const, 'not-asked' as const),
      isSuppressed: fc.boolean(),
      address: fc.constantFrom('a@b.example', null),
      journeyState: fc.constantFrom('live' as const, 'live' as const, 'paused' as const, 'archived' as const),
      dueAt: ago.map((ms) => at - ms),
      now: fc.constant(at),
      maxLatenessMs: fc.integer({ min: 1, max: 5 }).map((days) => days * DAY),
      limits: fc.record({
        category: fc.constantFrom('', 'news'),
        rules,
        zone: fc
          .constantFrom('UTC', 'Europe/Prague', 'Asia/Kathmandu')
          .map((zone) => ({ zone, isUnknown: false })),
        isHeldOut: fc.boolean(),
        history: fc.array(
          fc.tuple(counted, ago).map(([message, ms]) => ({ ...message, at: at - ms })),
          {
            maxLength: 6,
          },
        ),
        ahead: fc.array(counted, { maxLength: 2 }),
        channelStarts: fc.array(fc.integer({ min: 0, max: 2 * MINUTE }).map((ms) => at - ms)),
      }),
    }),
  );

  test('nothing goes against an objection, and none of them waits', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { kind, consent, channel, limits, journeyState, address, isSuppressed } = given;
        const isPersonal = channel !== 'webhook';
        const objections = [
          journeyState !== 'live',
          address === null,
          isPersonal && isSuppressed,
          isPersonal && kind === 'marketing' && (consent === 'opted-out' || limits.isHeldOut),
          given.now - given.dueAt > given.maxLatenessMs,
        ];
        if (objections.includes(true)) expect(policy(given).kind).toBe('refuse');
      }),
      { numRuns: 2000 },
    );
  });

  test('a wait ends in the future, in time, outside quiet hours, and is worth it', () => {
    let waits = 0;
    const wanted = {
      consent: 'opted-in',
      isSuppressed: false,
      address: 'a@b.example',
      journeyState: 'live',
    } as const;
    fc.assert(
      fc.property(facts, (any) => {
        const given = { ...any, ...wanted, limits: { ...any.limits, isHeldOut: false } };
        const decided = policy(given);
        if (decided.kind !== 'wait') return;
        waits += 1;
        const { limits, channel, kind } = given;
        const { quietHours } = limits.rules;
        expect(decided.until).toBeGreaterThan(given.now);
        expect(decided.until - given.dueAt).toBeLessThanOrEqual(given.maxLatenessMs);
        const isQuiet = quietHours.isOn && kind === 'marketing' && channel === 'email';
        if (isQuiet) expect(afterQuietHours(quietHours, limits.zone.zone, decided.until)).toBe(decided.until);
        // Asked again then, with nothing new sent, the same reason holds no more.
        const again = policy({ ...given, now: decided.until, limits: { ...limits, ahead: [] } });
        if (again.kind === 'wait') expect(again.code).not.toBe(decided.code);
      }),
      { numRuns: 3000 },
    );
    expect(waits).toBeGreaterThan(200);
  });
});
