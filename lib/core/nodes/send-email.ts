// Message: one e-mail, written in Markdown with Liquid, rendered when it is sent.
import { z } from 'zod';
import { isLinkAllowed, linksOf } from '../link';
import { textUpTo } from '../text';
import { defineNode, type NodeProblem } from './define-node';
import { messageFields, sendOrExpire } from './message';
import { nodeError } from './node-error';

/** Longer subjects are cut by every mail program, and by some servers refused. */
const LONGEST_SUBJECT = 250;

const Data = z.strictObject({
  subject: textUpTo(1000).default(''),
  /** The line that mail programs show after the subject. */
  preheader: textUpTo(1000).default(''),
  /** Markdown with Liquid. */
  body: textUpTo(100_000).default(''),
  button: z
    .strictObject({ label: textUpTo(200).default(''), url: textUpTo(2000).default('') })
    .nullable()
    .default(null),
  ...messageFields,
});
type Data = z.infer<typeof Data>;

function contentProblems({ subject, body }: Data): NodeProblem[] {
  const problems: NodeProblem[] = [];
  if (subject.trim() === '') problems.push(nodeError('empty-subject', 'subject'));
  if (subject.length > LONGEST_SUBJECT) {
    problems.push(nodeError('text-too-long', 'subject', { limit: LONGEST_SUBJECT, length: subject.length }));
  }
  if (body.trim() === '') problems.push(nodeError('empty-body', 'body'));
  return problems;
}

function linkProblems({ body, button }: Data): NodeProblem[] {
  const bad = linksOf(body).find((link) => !isLinkAllowed(link));
  const problems = bad === undefined ? [] : [nodeError('bad-link', 'body', { link: bad })];
  if (button === null) return problems;
  if (button.label.trim() === '') problems.push(nodeError('empty-body', 'button.label'));
  if (!isLinkAllowed(button.url)) problems.push(nodeError('bad-link', 'button.url', { link: button.url }));
  return problems;
}

export const sendEmail = defineNode({
  type: 'send-email',
  family: 'message',
  data: Data,
  waits: false,
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: (data) => [...contentProblems(data), ...linkProblems(data)],
  templates: ({ subject, preheader, body, button }) => ({
    subject,
    preheader,
    body,
    ...(button && { 'button.label': button.label, 'button.url': button.url }),
  }),
  step: (data, visit) => sendOrExpire('send-email', data, visit),
});
