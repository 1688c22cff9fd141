// What a cap counts, and when the next message fits.
import { expect, test } from 'vitest';
import { HOUR, NOON } from '../testing/build-event';
import type { FrequencyCap } from './delivery-policy';
import { capState, doesCount } from './frequency-cap';

const cap: FrequencyCap = {
  id: 'cap_1',
  name: 'Two a day',
  channel: null,
  category: null,
  limit: 2,
  perHours: 24,
  whenReached: 'skip',
};
const news = { channel: 'email', category: 'Newsletter' };

test('counts by channel and category, whatever the case', () => {
  expect(doesCount(cap, news)).toBe(true);
  expect(doesCount({ ...cap, channel: 'sms' }, news)).toBe(false);
  expect(doesCount({ ...cap, category: ' newsletter' }, news)).toBe(true);
  expect(doesCount({ ...cap, category: 'basket' }, news)).toBe(false);
});

test('a message counts until the window has passed it, to the ms', () => {
  const history = [
    { ...news, at: NOON },
    { ...news, at: NOON - HOUR },
  ];
  const freeAt = NOON + 23 * HOUR;
  expect(capState(cap, history, NOON + HOUR)).toEqual({ cap, sent: 2, freeAt });
  expect(capState(cap, history, freeAt - 1)).toMatchObject({ sent: 2, freeAt });
  expect(capState(cap, history, freeAt)).toMatchObject({ sent: 1, freeAt: null });
});

test('a limit that was lowered lets as many leave as are too many', () => {
  const history = [3, 1, 2].map((hours) => ({ ...news, at: NOON - hours * HOUR }));
  expect(capState(cap, history, NOON).freeAt).toBe(NOON + 22 * HOUR);
  expect(capState({ ...cap, limit: 1 }, history, NOON).freeAt).toBe(NOON + 23 * HOUR);
});
