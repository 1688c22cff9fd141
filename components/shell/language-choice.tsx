// The language of the studio, to choose from all that are complete, each by its own name.
'use client';

import { useLocale } from 'next-intl';
import { NativeSelect } from '@/components/ui/native-select';
import { languageCookie, languageOf, locales } from '@/lib/i18n/locales';
import { remember } from './preference';

/** @param label where no field around it names it */
export function LanguageChoice({ label }: { label?: string }) {
  const locale = useLocale();
  const choose = (next: string) => {
    remember(languageCookie, next);
    // Everything the page has fetched speaks the old language.
    location.reload();
  };
  return (
    <NativeSelect aria-label={label} value={locale} onChange={({ target }) => choose(target.value)}>
      {locales.map((each) => (
        <option key={each} value={each} lang={each}>
          {ownName(each)}
        </option>
      ))}
    </NativeSelect>
  );
}

function ownName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(languageOf(locale)) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
