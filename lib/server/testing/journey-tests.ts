// A journey test of the small welcome drawing.
import { JourneyTest } from '@/lib/core/journey-test/journey-test';

/** Somebody signs up and gets the letter an hour later: what `welcomeDrawing` does, unless `expected` says otherwise. */
export function welcomeTest(change: { name?: string; expected?: unknown } = {}): JourneyTest {
  return JourneyTest.parse({
    format: 1,
    name: 'Gets the letter',
    startsAt: '2026-03-01T12:00:00Z',
    events: [{ event: 'Signed Up' }],
    until: { amount: 1, unit: 'days' },
    expected: {
      path: [{ node: 'nod_start' }, { node: 'nod_wait', exit: 'next' }, { node: 'nod_mail' }],
      sends: [{ node: 'nod_mail', channel: 'email', after: { amount: 1, unit: 'hours' } }],
    },
    ...change,
  });
}
