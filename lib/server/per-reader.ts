// Something made of the reader's language, such as a translator: made once for each language that is read.
import type { Locale } from '@/lib/i18n/locales';
import { readerLocale } from './reader';

export function perReader<Made>(make: (locale: Locale) => Made): () => Made {
  const kept = new Map<Locale, Made>();
  return () => {
    const locale = readerLocale();
    const made = kept.get(locale) ?? make(locale);
    kept.set(locale, made);
    return made;
  };
}
