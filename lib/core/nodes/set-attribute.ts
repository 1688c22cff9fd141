// Data: writes one attribute of the customer; every later node and journey sees it.
import { z } from 'zod';
import { textUpTo } from '../text';
import { defineNode } from './define-node';
import { nodeError } from './node-error';

const Data = z.strictObject({
  attribute: textUpTo(150).default(''),
  value: z.union([textUpTo(1000), z.number(), z.boolean()]).default(''),
});

export const setAttribute = defineNode({
  type: 'set-attribute',
  family: 'data',
  data: Data,
  waits: false,
  setsOff: () => ['attribute-changed'],
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: ({ attribute }) =>
    attribute.trim() === '' ? [nodeError('empty-attribute-name', 'attribute')] : [],
  step: ({ attribute, value }) => ({
    kind: 'go',
    exit: 'next',
    code: 'attribute-set',
    inputs: { attribute, value },
    set: { [attribute]: value },
  }),
});
