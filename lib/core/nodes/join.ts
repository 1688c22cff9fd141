// Flow: paths come together here; customers go straight on.
import { z } from 'zod';
import { defineNode } from './define-node';

export const join = defineNode({
  type: 'join',
  family: 'flow',
  data: z.strictObject({}),
  waits: false,
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: () => [],
  step: () => ({ kind: 'go', exit: 'next', code: 'passed-on' }),
});
