// Who may be written to.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyFacts } from '../policy/policy-facts';
import { HOUR, NOON } from '../testing/build-event';
import { policy } from './policy';

const fine: PolicyFacts = {
  channel: 'email',
  kind: 'marketing',
  consent: 'opted-in',
  isSuppressed: false,
  address: 'ada@shop.example',
  journeyState: 'live',
  dueAt: NOON,
  now: NOON,
  maxLatenessMs: HOUR,
};

const verdict = (change: Partial<PolicyFacts>) => {
  const decided = policy({ ...fine, ...change });
  return decided.kind === 'allow' ? 'allow' : decided.code;
};

describe('policy', () => {
  test('allows who agreed and who was not asked', () => {
    expect(verdict({})).toBe('allow');
    expect(verdict({ consent: 'not-asked', channel: 'sms' })).toBe('allow');
  });

  test('an opt-out stops marketing, not a receipt', () => {
    expect(verdict({ consent: 'opted-out' })).toBe('refused-opted-out');
    expect(verdict({ consent: 'opted-out', kind: 'transactional' })).toBe('allow');
  });

  test('a suppressed address gets nothing at all', () => {
    expect(verdict({ isSuppressed: true })).toBe('refused-suppressed');
    expect(verdict({ isSuppressed: true, kind: 'transactional' })).toBe('refused-suppressed');
  });

  test('there must be an address', () => {
    expect(verdict({ address: null })).toBe('refused-no-address');
    expect(verdict({ address: ' ' })).toBe('refused-no-address');
  });

  test('late is late from one ms on', () => {
    expect(verdict({ now: NOON + HOUR })).toBe('allow');
    expect(verdict({ now: NOON + HOUR + 1 })).toBe('refused-expired');
  });

  test('only a live journey sends', () => {
    expect(verdict({ journeyState: 'paused' })).toBe('refused-journey-paused');
    expect(verdict({ journeyState: 'archived' })).toBe('journey-archived');
    expect(verdict({ journeyState: 'draft' })).toBe('journey-archived');
  });

  test('a webhook speaks to a system', () => {
    expect(verdict({ channel: 'webhook', consent: 'opted-out', isSuppressed: true })).toBe('allow');
    expect(verdict({ channel: 'webhook', journeyState: 'paused' })).toBe('refused-journey-paused');
  });

  test('whatever the facts, an opt-out or a suppression is never outweighed', () => {
    const facts = fc.record({
      channel: fc.constantFrom('email' as const, 'sms' as const),
      kind: fc.constant('marketing' as const),
      consent: fc.constantFrom('opted-in' as const, 'opted-out' as const, 'not-asked' as const),
      isSuppressed: fc.boolean(),
      address: fc.constantFrom('a@b.example', null),
      journeyState: fc.constantFrom('live' as const, 'paused' as const),
      dueAt: fc.constant(NOON),
      now: fc.integer({ min: NOON, max: NOON + 2 * HOUR }),
      maxLatenessMs: fc.constant(HOUR),
    });
    fc.assert(
      fc.property(facts, (given) => {
        if (given.isSuppressed || given.consent === 'opted-out') expect(policy(given).kind).toBe('refuse');
      }),
    );
  });
});
