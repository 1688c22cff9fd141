// Flow: the passage ends here on purpose.
import { z } from 'zod';
import { textUpTo } from '../text';
import { defineNode } from './define-node';

const Data = z.strictObject({
  /** Why customers leave here, in the marketer's words. */
  reason: textUpTo(200).default(''),
});

export const exit = defineNode({
  type: 'exit',
  family: 'flow',
  data: Data,
  waits: false,
  rule: () => [],
  exits: () => [],
  compile: () => [],
  step: ({ reason }) => ({
    kind: 'end',
    code: 'exit-reached',
    inputs: reason.trim() === '' ? {} : { reason },
  }),
});
