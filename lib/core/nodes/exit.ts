// Flow: the passage ends here on purpose.
import { z } from 'zod';
import { defineNode } from './define-node';

export const exit = defineNode({
  type: 'exit',
  family: 'flow',
  data: z.strictObject({}),
  waits: false,
  rule: () => [],
  exits: () => [],
  compile: () => [],
  step: () => ({ kind: 'end', code: 'exit-reached' }),
});
