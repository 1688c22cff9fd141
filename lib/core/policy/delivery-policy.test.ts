// What sending rules may say.
import { describe, expect, test } from 'vitest';
import { DeliveryPolicy, FrequencyCap, QuietHours } from './delivery-policy';

const cap = { id: 'cap_1', name: 'Two a day', limit: 2, perHours: 24, whenReached: 'skip' };

describe('sending rules', () => {
  test('nothing given is nothing limited', () => {
    expect(DeliveryPolicy.parse({})).toEqual({
      caps: [],
      quietHours: { isOn: false, from: '21:00', to: '08:00', channels: ['email', 'sms'] },
      throttles: { email: null, sms: null, webhook: null },
      holdoutPercent: 0,
    });
  });

  test('a cap counts every channel and category unless it says otherwise', () => {
    expect(FrequencyCap.parse(cap)).toMatchObject({ channel: null, category: null });
  });

  test.each([
    [{ caps: [cap, cap] }],
    [{ caps: [{ ...cap, limit: 0 }] }],
    [{ caps: [{ ...cap, name: ' ' }] }],
    [{ caps: [{ ...cap, channel: 'webhook' }] }],
    [{ throttles: { email: 0.5 } }],
    [{ holdoutPercent: 16 }],
  ])('refuses %j', (rules) => {
    expect(DeliveryPolicy.safeParse(rules).success).toBe(false);
  });

  test('quiet hours have two ends', () => {
    const quiet = { isOn: true, from: '21:00', to: '8:00', channels: ['sms'] };
    expect(QuietHours.safeParse(quiet).success).toBe(false);
    expect(QuietHours.safeParse({ ...quiet, to: '21:00' }).success).toBe(false);
    expect(QuietHours.safeParse({ ...quiet, to: '08:00' }).success).toBe(true);
  });
});
