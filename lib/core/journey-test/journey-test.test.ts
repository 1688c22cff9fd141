// What a journey test may hold, and what the refusal of anything else says.
import { expect, test } from 'vitest';
import { instantOf, JourneyTest } from './journey-test';

const least = {
  format: 1,
  name: 'Nothing happens',
  startsAt: '2026-03-01T12:00:00Z',
  events: [],
  until: { amount: 1, unit: 'days' },
  expected: {},
};

/** The fields that are refused, with why. */
function refused(change: Record<string, unknown>): string[] {
  const parsed = JourneyTest.safeParse({ ...least, ...change });
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
}

test('takes the least there is, and fills in the rest', () => {
  expect(JourneyTest.parse(least)).toEqual({
    ...least,
    customer: { attributes: {} },
    expected: { sends: [] },
  });
});

test('takes one time per event, within the test', () => {
  const hour = { amount: 1, unit: 'hours' };
  expect(refused({ events: [{ after: hour, at: '2026-03-01T13:00:00Z', event: 'A' }] })).toEqual([
    'events.0.after must not be given together with at; leave one out',
  ]);
  expect(refused({ events: [{ after: { amount: 25, unit: 'hours' }, event: 'A' }] })).toEqual([
    'events.0.after must not be after the end; raise until',
  ]);
  expect(refused({ events: [{ at: '2026-03-01T11:59:59Z', event: 'A' }] })).toEqual([
    'events.0.at must not be before startsAt',
  ]);
});

test('wants a name for what happens, unless it is an identify call', () => {
  expect(refused({ events: [{ after: { amount: 0 } }] })).toEqual([
    'events.0.event must not be empty; write the name of the event',
  ]);
  expect(refused({ events: [{ after: { amount: 0 }, type: 'identify' }] })).toEqual([]);
});

test('has bounds that say what to do', () => {
  expect(refused({ until: { amount: 401, unit: 'days' } })).toEqual([
    'until must be at most 400 days; shorten it',
  ]);
  expect(refused({ customer: { attributes: { text: 'x'.repeat(20_000) } } })).toEqual([
    'customer.attributes must be at most 20000 characters of JSON; keep what the journey looks at',
  ]);
  expect(refused({ events: Array.from({ length: 201 }, () => ({ after: {}, event: 'A' })) })).toHaveLength(1);
  expect(refused({ name: ' ' })).toHaveLength(1);
  expect(refused({ format: 2 })[0]).toMatch(/^format /);
});

test('an event happens at its instant, or so long after the start', () => {
  expect(instantOf({ at: '1970-01-01T00:00:01Z' }, 500)).toBe(1000);
  expect(instantOf({ after: { amount: 1, unit: 'minutes' } }, 500)).toBe(60_500);
  expect(instantOf({}, 500)).toBe(500);
});
