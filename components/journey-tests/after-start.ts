// A test as the editor shows it: every event so long after the start, whichever way it was written.

import { spanOf } from '@/lib/core/journey-test/expectation-of';
import { instantOf, type JourneyTest } from '@/lib/core/journey-test/journey-test';

export function afterStart(test: JourneyTest): JourneyTest {
  const start = Date.parse(test.startsAt);
  const events = test.events.map((event) => {
    const { at: _, ...rest } = event;
    return { ...rest, after: spanOf(instantOf(event, start) - start) };
  });
  return { ...test, events };
}
