// Flow: the customer stays for a fixed length of time.
import { Duration, durationMs } from '../duration';
import { defineNode } from './define-node';
import { durationProblems } from './duration-problems';

export const delay = defineNode({
  type: 'delay',
  family: 'flow',
  data: Duration,
  waits: true,
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: (data) => durationProblems(data, 'amount'),
  step: (data, { moment }) => {
    if (moment.cause.kind !== 'entered') return { kind: 'go', exit: 'next', code: 'delay-over' };
    const until = moment.now + durationMs(data);
    return { kind: 'wait', until, code: 'delay-started', inputs: { until } };
  },
});
