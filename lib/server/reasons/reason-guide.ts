// What a code means in general, for counts: the sentence of one decision may name values that others do not share.
import type { VerdictCode } from '@/lib/core/reason/verdict';
import { catalogues } from '@/lib/i18n/catalogues';
import { readerLocale } from '../reader';

export function meaningOf(code: VerdictCode): string {
  return catalogues[readerLocale()].reasonGuide.codes[code].means;
}
