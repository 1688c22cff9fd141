// Flow: a jump to another step, so that a loop can be read on the canvas.
import { z } from 'zod';
import { defineNode } from './define-node';

export const goTo = defineNode({
  type: 'go-to',
  family: 'flow',
  data: z.strictObject({}),
  waits: false,
  rule: () => [],
  exits: () => [{ id: 'next', required: true, problem: 'jump-goes-nowhere' }],
  compile: () => [],
  step: () => ({ kind: 'go', exit: 'next', code: 'passed-on' }),
});
