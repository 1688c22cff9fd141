// Data: tells another system, at least once, with a signature and a stable id.
import { z } from 'zod';
import { isWebAddress } from '../link';
import { textUpTo } from '../text';
import { defineNode } from './define-node';
import { payloadOf } from './message';
import { nodeError } from './node-error';

const Data = z.strictObject({
  url: textUpTo(2000).default(''),
  /** Liquid that renders to JSON; empty sends the customer and what started the journey. */
  body: textUpTo(100_000).default(''),
});

export const callWebhook = defineNode({
  type: 'call-webhook',
  family: 'data',
  data: Data,
  waits: false,
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: ({ url }) => (isWebAddress(url) ? [] : [nodeError('bad-url', 'url', { url })]),
  templates: ({ body }) => ({ body }),
  destinations: ({ url }) => ({ url }),
  step: (data, visit) => ({
    kind: 'go',
    exit: 'next',
    code: 'webhook-queued',
    command: { type: 'call-webhook', payload: payloadOf(data, visit) },
  }),
});
