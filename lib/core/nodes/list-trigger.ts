// Entry: a marketer lets people in by hand or by a list.
import { z } from 'zod';
import { defineNode } from './define-node';
import { entryExits, signalRule } from './entry-rule';
import { EventKey } from './event-match';
import { keyProblem } from './key-problem';

const Data = z.strictObject({ key: EventKey });

export const listTrigger = defineNode({
  type: 'list-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: ({ key }) => [signalRule({ event: 'list-entry', key })],
  exits: entryExits,
  compile: ({ key }) => keyProblem(key),
  step: (_data, { enrollment }) => {
    const { list_id: listId = null } = enrollment.trigger.properties;
    return { kind: 'go', exit: 'next', code: 'entered', inputs: { event: 'list-entry', listId } };
  },
});
