// Entry: the customer comes into a segment, or falls out of it.
import { z } from 'zod';
import { conditionProblems } from '../condition/problems';
import { idOf } from '../id';
import { defineNode } from './define-node';
import { entryExits, propertyTest, signalRule } from './entry-rule';
import { EventFilter } from './event-match';
import { nodeError } from './node-error';

const Data = z.strictObject({
  segmentId: idOf('seg').nullable().default(null),
  on: z.enum(['entered', 'left']).default('entered'),
  filter: EventFilter,
});

export const segmentTrigger = defineNode({
  type: 'segment-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: ({ segmentId, on, filter }) => [
    signalRule({
      event: `segment-${on}`,
      tests: [propertyTest('segment_id', 'equals', segmentId ?? '')],
      filter,
    }),
  ],
  exits: entryExits,
  compile: ({ segmentId, filter }) => [
    ...(segmentId === null ? [nodeError('unfinished-choice', 'segmentId')] : []),
    ...(filter === null ? [] : conditionProblems(filter, 'filter')),
  ],
  step: ({ segmentId, on }) => {
    return { kind: 'go', exit: 'next', code: 'entered', inputs: { event: `segment-${on}`, segmentId } };
  },
});
