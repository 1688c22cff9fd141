// Data: asks people of a team to do something for the customer: a call, an offer in the shop, an answer.
import { z } from 'zod';
import { Duration, durationMs } from '../duration';
import { textUpTo } from '../text';
import { defineNode } from './define-node';
import { durationProblems } from './duration-problems';
import { payloadOf } from './message';
import { nodeError } from './node-error';

const Data = z.strictObject({
  team: z.enum(['sales', 'support', 'store']).default('support'),
  /** Liquid, both. */
  title: textUpTo(300).default(''),
  note: textUpTo(5000).default(''),
  dueIn: Duration.default({ amount: 1, unit: 'days' }),
});

export const createTask = defineNode({
  type: 'create-task',
  family: 'data',
  data: Data,
  waits: false,
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: ({ title, dueIn }) => [
    ...(title.trim() === '' ? [nodeError('empty-body', 'title')] : []),
    ...durationProblems(dueIn, 'dueIn.amount'),
  ],
  templates: ({ title, note }) => ({ title, note }),
  step: (data, visit) => {
    const { team, title, note, dueIn } = data;
    const until = visit.moment.now + durationMs(dueIn);
    const payload = { ...payloadOf({ team, title, note }, visit), dueAt: until };
    const inputs = { team, until };
    return {
      kind: 'go',
      exit: 'next',
      code: 'task-created',
      inputs,
      command: { type: 'create-task', payload },
    };
  },
});
