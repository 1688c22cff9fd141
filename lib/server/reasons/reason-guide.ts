// What a code means in general, for counts: the sentence of one decision may name values that others do not share.
import type { VerdictCode } from '@/lib/core/reason/verdict';
import guide from '@/lib/i18n/en/reasonGuide.json';

export function meaningOf(code: VerdictCode): string {
  return guide.codes[code].means;
}
