// Message: one text message, written with Liquid, rendered when it is sent.
import { z } from 'zod';
import { textUpTo } from '../text';
import { defineNode, type NodeProblem } from './define-node';
import { messageFields, sendOrExpire } from './message';
import { nodeError } from './node-error';

/** Ten segments: what providers accept as one message. */
const LONGEST_SMS = 1600;

const Data = z.strictObject({ text: textUpTo(10_000).default(''), ...messageFields });

function textProblems(text: string): NodeProblem[] {
  if (text.trim() === '') return [nodeError('empty-body', 'text')];
  if (text.length <= LONGEST_SMS) return [];
  return [nodeError('text-too-long', 'text', { limit: LONGEST_SMS, length: text.length })];
}

export const sendSms = defineNode({
  type: 'send-sms',
  family: 'message',
  data: Data,
  waits: false,
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: ({ text }) => textProblems(text),
  templates: ({ text }) => ({ text }),
  step: (data, visit) => sendOrExpire('send-sms', data, visit),
});
