// Entry: something about the customer changes.
import { z } from 'zod';
import type { Test } from '../condition/condition';
import { conditionProblems } from '../condition/problems';
import { textUpTo } from '../text';
import { defineNode } from './define-node';
import { entryExits, propertyTest, signalRule } from './entry-rule';
import { EventFilter } from './event-match';
import { nodeError } from './node-error';

const Data = z.strictObject({
  attribute: textUpTo(150).default(''),
  /** set: it was not known before; removed: it is not known any more. */
  change: z.enum(['any', 'to', 'from', 'set', 'removed']).default('any'),
  /** What it changes to or from. */
  value: z.union([textUpTo(1000), z.number(), z.boolean()]).default(''),
  filter: EventFilter,
});

type Data = z.infer<typeof Data>;

function testsOf({ attribute, change, value }: Data): Test[] {
  const isAbout = propertyTest('attribute', 'equals', attribute);
  switch (change) {
    case 'any':
      return [isAbout];
    case 'to':
    case 'from':
      return [isAbout, propertyTest(change, 'equals', value)];
    case 'set':
      return [isAbout, propertyTest('from', 'is-not-set')];
    case 'removed':
      return [isAbout, propertyTest('to', 'is-not-set')];
  }
}

export const attributeTrigger = defineNode({
  type: 'attribute-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: (data) => [signalRule({ event: 'attribute-changed', tests: testsOf(data), filter: data.filter })],
  exits: entryExits,
  compile: ({ attribute, change, value, filter }) => [
    ...(attribute.trim() === '' ? [nodeError('empty-attribute-name', 'attribute')] : []),
    ...((change === 'to' || change === 'from') && value === ''
      ? [nodeError('unfinished-choice', 'value')]
      : []),
    ...(filter === null ? [] : conditionProblems(filter, 'filter')),
  ],
  step: ({ attribute, change }, { enrollment }) => {
    const { from = null, to = null } = enrollment.trigger.properties;
    const inputs = { event: 'attribute-changed', attribute, change, from, to };
    return { kind: 'go', exit: 'next', code: 'entered', inputs };
  },
});
