// What a form got wrong, as a sentence of the catalogue beside the first field that has a problem.
import { createTranslator } from 'next-intl';
import type { z } from 'zod';
import type { Refusal } from '@/lib/core/result';
import common from '@/lib/i18n/en/common.json';

const sentence = createTranslator({ locale: 'en', messages: { common }, namespace: 'common.invalid' });

export function inputRefusal(error: z.ZodError): { readonly ok: false; readonly refusal: Refusal } {
  const [issue] = error.issues;
  const field = issue?.path.join('.');
  const message = issue ? sentenceFor(issue) : sentence('notValid');
  return { ok: false, refusal: { code: 'invalid-field', message, ...(field && { field }) } };
}

function sentenceFor(issue: z.core.$ZodIssue): string {
  const isText = issue.code === 'too_small' && issue.origin === 'string';
  if (isText && Number(issue.minimum) === 1) return sentence('required');
  if (issue.code === 'too_small')
    return sentence('tooSmall', { minimum: Number(issue.minimum), kind: issue.origin });
  if (issue.code === 'too_big')
    return sentence('tooBig', { maximum: Number(issue.maximum), kind: issue.origin });
  if (issue.code === 'invalid_format' && issue.format === 'email') return sentence('email');
  if (issue.code === 'invalid_format' && issue.format === 'url') return sentence('url');
  return sentence('notValid');
}
