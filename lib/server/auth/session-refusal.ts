// Why somebody was not let in, or a password not changed, as a sentence of the catalogue.
import { createTranslator } from 'next-intl';
import type { Refusal } from '@/lib/core/result';
import { catalogues } from '@/lib/i18n/catalogues';
import type signIn from '@/lib/i18n/en/signIn.json';
import { perReader } from '../per-reader';

const sentence = perReader((locale) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: 'signIn.refusals' }),
);

export function sessionRefusal(
  code: keyof typeof signIn.refusals,
  { field, minutes = 0 }: { field?: string; minutes?: number } = {},
): { readonly ok: false; readonly refusal: Refusal } {
  const message = sentence()(code, { minutes });
  return { ok: false, refusal: { code, message, ...(field === undefined ? {} : { field }) } };
}
