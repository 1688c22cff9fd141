// Entry: another system, or another journey, asks for the customer to be let in.
import { z } from 'zod';
import { conditionProblems } from '../condition/problems';
import { defineNode } from './define-node';
import { entryExits, signalRule } from './entry-rule';
import { EventFilter, EventKey } from './event-match';
import { keyProblem } from './key-problem';

const Data = z.strictObject({ filter: EventFilter, key: EventKey });

export const apiTrigger = defineNode({
  type: 'api-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: ({ filter, key }) => [signalRule({ event: 'api-call', filter, key })],
  exits: entryExits,
  compile: ({ filter, key }) => [
    ...(filter === null ? [] : conditionProblems(filter, 'filter')),
    ...keyProblem(key),
  ],
  step: () => ({ kind: 'go', exit: 'next', code: 'entered', inputs: { event: 'api-call' } }),
});
