// Entry: an event of one name starts the journey for the customer who caused it.
import { z } from 'zod';
import { defineNode } from './define-node';
import { EventFilter, EventKey, EventName, eventMatchProblems } from './event-match';

const Data = z.strictObject({
  event: EventName,
  filter: EventFilter,
  key: EventKey,
  /** Whether events older than 72 hours when they reach us still start the journey. */
  acceptsLate: z.boolean().default(false),
});

export const eventTrigger = defineNode({
  type: 'event-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: (data) => [{ ...data, effect: 'enroll', on: 'event' }],
  exits: () => [{ id: 'next', required: true, problem: 'trigger-goes-nowhere' }],
  compile: (data) => eventMatchProblems(data),
  step: (data) => ({ kind: 'go', exit: 'next', code: 'entered', inputs: { event: data.event } }),
});
