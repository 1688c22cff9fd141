// A refusal by its code, with its sentence from the catalogue.
import { createTranslator } from 'next-intl';
import type { RefusalCode } from '@/lib/core/api/refusal';
import type { FieldProblem } from '@/lib/core/result';
import { catalogues } from '@/lib/i18n/catalogues';
import { perReader } from './per-reader';

const sentence = perReader((locale) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: 'api.refusals' }),
);

export interface CodedRefusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly field?: string;
  readonly others?: readonly FieldProblem[];
}

/** @param params what fills the sentence's placeholders; `field` also goes into the refusal. */
export function refusal(
  code: RefusalCode,
  params: Record<string, string | number> & { field?: string } = {},
): { readonly ok: false; readonly refusal: CodedRefusal } {
  const { field, ...values } = params;
  return {
    ok: false,
    refusal: { code, message: sentence()(code, values), ...(field === undefined ? {} : { field }) },
  };
}
