// Data: gives the customer a coupon code of their own, kept for the messages that follow.
import { z } from 'zod';
import { idOf } from '../id';
import { defineNode } from './define-node';
import { nodeError } from './node-error';
import { SavedName, savedNameProblems } from './saved-name';

const HOUR_MS = 3_600_000;

const Data = z.strictObject({
  poolId: idOf('cpl').nullable().default(null),
  /** `coupon` makes it `{{ saved.coupon }}`. */
  saveAs: SavedName.default('coupon'),
});

export const issueCoupon = defineNode({
  type: 'issue-coupon',
  family: 'data',
  data: Data,
  waits: false,
  rule: () => [],
  exits: () => [{ id: 'issued' }, { id: 'none-left' }],
  compile: ({ poolId, saveAs }) => [
    ...(poolId === null ? [nodeError('unfinished-choice', 'poolId')] : []),
    ...savedNameProblems(saveAs, 'saveAs'),
  ],
  saves: ({ saveAs }) => ({ [saveAs]: 'SAMPLE-7Q4K' }),
  step: ({ poolId, saveAs }, { moment: { cause, now } }) => {
    if (cause.kind === 'answer' && cause.isOk) {
      const { value } = cause;
      const save = { [saveAs]: value };
      return { kind: 'go', exit: 'issued', code: 'coupon-issued', inputs: { coupon: value }, save };
    }
    if (cause.kind === 'answer') return { kind: 'go', exit: 'none-left', code: 'coupon-none-left' };
    if (cause.kind === 'due') return { kind: 'go', exit: 'none-left', code: 'coupon-unanswered' };
    const command = { type: 'issue-coupon', payload: { poolId } } as const;
    return { kind: 'wait', until: now + HOUR_MS, code: 'coupon-asked', command };
  },
});
