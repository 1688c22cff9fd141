// Flow: the customer stays until an event happens or the time is over, whichever comes first.
import { z } from 'zod';
import { Duration, durationMs } from '../duration';
import { defineNode } from './define-node';
import { durationProblems } from './duration-problems';
import { EventFilter, EventKey, EventName, eventMatchProblems } from './event-match';

const Data = z.strictObject({
  event: EventName,
  filter: EventFilter,
  /** The property that must equal the key of the enrollment, so that only this order's payment counts. */
  key: EventKey,
  timeout: Duration.prefault({}),
});

export const waitForEvent = defineNode({
  type: 'wait-for-event',
  family: 'flow',
  data: Data,
  waits: true,
  rule: ({ event, filter, key }) => [
    { effect: 'resume', on: 'event', event, filter, key, acceptsLate: true },
  ],
  exits: () => [{ id: 'happened' }, { id: 'timeout' }],
  compile: (data) => [...eventMatchProblems(data), ...durationProblems(data.timeout, 'timeout.amount')],
  step: (data, { moment }) => {
    const { cause, now } = moment;
    if (cause.kind === 'due') return { kind: 'go', exit: 'timeout', code: 'wait-timed-out' };
    if (cause.kind === 'event') {
      return { kind: 'go', exit: 'happened', code: 'event-happened', inputs: { event: cause.event } };
    }
    const until = now + durationMs(data.timeout);
    return { kind: 'wait', until, code: 'wait-started', inputs: { event: data.event, until } };
  },
});
