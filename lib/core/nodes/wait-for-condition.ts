// Flow: the customer stays until a condition holds or the time is over, whichever comes first.
import { z } from 'zod';
import { Condition, isUnset } from '../condition/condition';
import { conditionNeeds } from '../condition/condition-needs';
import { evaluate } from '../condition/evaluate';
import { conditionProblems } from '../condition/problems';
import { testedValues } from '../condition/tested-values';
import { Duration, durationMs } from '../duration';
import { factsAt } from '../engine/facts-at';
import { defineNode } from './define-node';
import { durationProblems } from './duration-problems';
import { nodeError } from './node-error';

const Data = z.strictObject({
  condition: Condition.default({ type: 'all', of: [] }),
  timeout: Duration.prefault({}),
});

export const waitForCondition = defineNode({
  type: 'wait-for-condition',
  family: 'flow',
  data: Data,
  waits: true,
  paces: () => false,
  rule: ({ condition }) => [
    { effect: 'resume', on: 'change', event: '', filter: condition, key: null, acceptsLate: true },
  ],
  needs: ({ condition }) => conditionNeeds([condition]),
  exits: () => [{ id: 'met' }, { id: 'timeout' }],
  compile: ({ condition, timeout }) => [
    ...(isUnset(condition)
      ? [nodeError('empty-condition', 'condition')]
      : conditionProblems(condition, 'condition')),
    ...durationProblems(timeout, 'timeout.amount'),
  ],
  step: ({ condition, timeout }, visit) => {
    const { cause, now } = visit.moment;
    const facts = factsAt(visit);
    const values = testedValues([condition], facts);
    // When the time is over it is asked once more: the passing of time tells nobody that it changed anything.
    if (evaluate(condition, facts))
      return { kind: 'go', exit: 'met', code: 'condition-met', inputs: { values } };
    if (cause.kind === 'due')
      return { kind: 'go', exit: 'timeout', code: 'condition-not-met', inputs: { values } };
    // Asked without need, it goes on waiting as long as it would have.
    const until = cause.kind === 'entered' ? now + durationMs(timeout) : visit.enrollment.wakeAt;
    return { kind: 'wait', until, code: 'condition-awaited', inputs: { until, values } };
  },
});
