// What a form got wrong, as a sentence of the catalogue for each field that has a problem.
import { createTranslator } from 'next-intl';
import type { z } from 'zod';
import type { FieldProblem, Refusal } from '@/lib/core/result';
import { catalogues } from '@/lib/i18n/catalogues';
import { perReader } from './per-reader';

const sentence = perReader((locale) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: 'common.invalid' }),
);

/** More than these would not be read. */
const MOST = 50;

export function inputRefusal(error: z.ZodError): { readonly ok: false; readonly refusal: Refusal } {
  const [first, ...others] = fieldProblems(error, sentenceFor);
  const { field = '', message = sentence()('notValid') } = first ?? {};
  const rest = others.length > 0 ? { others } : {};
  return { ok: false, refusal: { code: 'invalid-field', message, ...(field && { field }), ...rest } };
}

/** The first problem of each field, in the order they were found. */
export function fieldProblems(
  { issues }: z.ZodError,
  sentenceOf: (issue: z.core.$ZodIssue) => string,
  fieldOf: (issue: z.core.$ZodIssue) => string = ({ path }) => path.join('.'),
): FieldProblem[] {
  const problems = new Map<string, string>();
  for (const issue of issues.slice(0, MOST)) {
    const field = fieldOf(issue);
    if (!problems.has(field)) problems.set(field, sentenceOf(issue));
  }
  return [...problems].map(([field, message]) => ({ field, message }));
}

function sentenceFor(issue: z.core.$ZodIssue): string {
  const isText = issue.code === 'too_small' && issue.origin === 'string';
  if (isText && Number(issue.minimum) === 1) return sentence()('required');
  if (issue.code === 'too_small')
    return sentence()('tooSmall', { minimum: Number(issue.minimum), kind: issue.origin });
  if (issue.code === 'too_big')
    return sentence()('tooBig', { maximum: Number(issue.maximum), kind: issue.origin });
  if (issue.code === 'invalid_format' && issue.format === 'email') return sentence()('email');
  if (issue.code === 'invalid_format' && issue.format === 'url') return sentence()('url');
  return sentence()('notValid');
}
