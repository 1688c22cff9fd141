// What quiet hours, caps, priority, throttle and holdout decide.
import { describe, expect, test } from 'vitest';
import { DeliveryPolicy } from '../policy/delivery-policy';
import type { PolicyFacts, SendingLimits } from '../policy/policy-facts';
import { placesLeft } from '../policy/throttle-rule';
import { DAY, HOUR, MINUTE, NOON } from '../testing/build-event';
import { policy } from './policy';

const cap = { id: 'cap_1', name: 'One a day', limit: 1, perHours: 24, whenReached: 'requeue' as const };
const night = { isOn: true, from: '21:00', to: '08:00', channels: ['email' as const] };
const NIGHT = NOON + 10 * HOUR;
const MORNING = NOON + 20 * HOUR;

const free: SendingLimits = {
  category: 'news',
  rules: DeliveryPolicy.parse({}),
  zone: { zone: 'UTC', isUnknown: false },
  isHeldOut: false,
  history: [],
  ahead: [],
  channelStarts: [],
};
const base: Omit<PolicyFacts, 'limits'> = {
  channel: 'email',
  kind: 'marketing',
  consent: 'opted-in',
  isSuppressed: false,
  address: 'ada@shop.example',
  journeyState: 'live',
  dueAt: NOON,
  now: NOON,
  maxLatenessMs: DAY,
};

type Rules = Parameters<typeof DeliveryPolicy.parse>[0];
const verdict = (rules: Rules, limits: Partial<SendingLimits> = {}, change: Partial<typeof base> = {}) =>
  policy({ ...base, ...change, limits: { ...free, rules: DeliveryPolicy.parse(rules), ...limits } });

const sentAt = (...times: number[]) => times.map((at) => ({ channel: 'email', category: 'news', at }));

describe('frequency caps', () => {
  test('let a message through and say how many there were', () => {
    const twice = { caps: [{ ...cap, limit: 2 }] };
    const caps = [{ cap: 'One a day', limit: 2, sent: 1, perHours: 24 }];
    expect(verdict(twice, { history: sentAt(NOON - HOUR) })).toEqual({ kind: 'allow', inputs: { caps } });
    expect(verdict({ caps: [{ ...cap, category: 'basket' }] })).toEqual({ kind: 'allow', inputs: {} });
  });

  test('hold a message until there is a place, or skip it', () => {
    const history = sentAt(NOON - HOUR);
    const inputs = { cap: 'One a day', limit: 1, sent: 1, perHours: 24 };
    const until = NOON + 23 * HOUR;
    expect(verdict({ caps: [cap] }, { history })).toEqual({
      kind: 'wait',
      code: 'held-by-cap',
      until,
      inputs: { ...inputs, until },
    });
    expect(verdict({ caps: [cap, { ...cap, id: 'cap_2', whenReached: 'skip' }] }, { history })).toEqual({
      kind: 'refuse',
      code: 'refused-capped',
      inputs,
    });
  });

  test('hold by the cap that is free last, and not longer than the message may be late', () => {
    const caps = [cap, { ...cap, id: 'cap_2', name: 'One in two days', perHours: 48 }];
    const history = sentAt(NOON - HOUR);
    const late = { maxLatenessMs: 2 * DAY };
    expect(verdict({ caps }, { history }, late)).toMatchObject({ until: NOON + 47 * HOUR });
    expect(verdict({ caps }, { history })).toEqual({
      kind: 'refuse',
      code: 'refused-capped',
      inputs: {
        cap: 'One in two days',
        limit: 1,
        sent: 1,
        perHours: 48,
        until: NOON + 47 * HOUR,
        latest: NOON + DAY,
      },
    });
  });

  test('never cap what customers asked for themselves', () => {
    const history = sentAt(NOON);
    expect(verdict({ caps: [cap] }, { history }, { kind: 'transactional' }).kind).toBe('allow');
    expect(verdict({ caps: [cap] }, { history }, { channel: 'webhook' }).kind).toBe('allow');
  });

  test('leave the last place to a message that goes first', () => {
    const ahead = [{ channel: 'sms', category: '' }];
    expect(verdict({ caps: [cap] }, { ahead })).toMatchObject({
      kind: 'wait',
      code: 'held-for-priority',
      until: NOON + 1000,
    });
    expect(verdict({ caps: [{ ...cap, limit: 2 }] }, { ahead }).kind).toBe('allow');
    expect(verdict({ caps: [{ ...cap, channel: 'email' }] }, { ahead }).kind).toBe('allow');
  });
});

describe('quiet hours', () => {
  test('hold marketing until the morning of the customer', () => {
    const zone = { zone: 'UTC', isUnknown: true };
    const inputs = { from: '21:00', to: '08:00', zone: 'UTC' };
    const at = { now: NIGHT, dueAt: NIGHT };
    const until = MORNING;
    expect(verdict({ quietHours: night }, {}, at)).toEqual({
      kind: 'wait',
      code: 'held-for-quiet-hours',
      until,
      inputs: { ...inputs, until },
    });
    expect(verdict({ quietHours: night }, { zone }, at)).toMatchObject({
      until,
      inputs: { ...inputs, isZoneUnknown: true },
    });
    expect(verdict({ quietHours: night }, {}, { ...at, kind: 'transactional' }).kind).toBe('allow');
    expect(verdict({ quietHours: night }, {}, { ...at, channel: 'sms' }).kind).toBe('allow');
    expect(verdict({ quietHours: { ...night, isOn: false } }, {}, at).kind).toBe('allow');
  });

  test('refuse what would be too late in the morning', () => {
    const at = { now: NIGHT, dueAt: NIGHT, maxLatenessMs: 2 * HOUR };
    expect(verdict({ quietHours: night }, {}, at)).toMatchObject({
      kind: 'refuse',
      code: 'refused-quiet-hours',
    });
  });

  test('are not broken by a place that gets free at night', () => {
    const history = sentAt(NIGHT - DAY);
    expect(verdict({ caps: [cap], quietHours: night }, { history })).toMatchObject({
      code: 'held-by-cap',
      until: MORNING,
    });
  });
});

describe('the throttle', () => {
  const throttles = { email: 2 };

  test('holds back what is too much for this minute, transactional or not', () => {
    const channelStarts = [NOON - 10_000, NOON - 50_000, NOON - MINUTE];
    const full = { channelStarts };
    expect(verdict({ throttles }, full)).toMatchObject({ code: 'throttled', until: NOON + 10_000 });
    expect(verdict({ throttles }, full, { kind: 'transactional' })).toMatchObject({ code: 'throttled' });
    expect(verdict({ throttles }, full, { channel: 'sms' }).kind).toBe('allow');
    expect(verdict({ throttles }, { channelStarts: [NOON] }).kind).toBe('allow');
  });

  test('tells how many more may go now', () => {
    expect(placesLeft(2, [NOON - MINUTE, NOON - 1], NOON)).toBe(1);
    expect(placesLeft(null, [], NOON)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('the holdout gets no marketing, and its receipts', () => {
  expect(verdict({ holdoutPercent: 5 }, { isHeldOut: true })).toEqual({
    kind: 'refuse',
    code: 'refused-holdout',
    inputs: { percent: 5 },
  });
  expect(verdict({ holdoutPercent: 5 }, { isHeldOut: true }, { kind: 'transactional' }).kind).toBe('allow');
});
