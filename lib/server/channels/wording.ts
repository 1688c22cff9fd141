// The words this product itself puts into messages, from the catalogue, in the language of the workspace.
import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { localeFor } from '@/lib/i18n/locales';

export function wording(wanted: string) {
  const locale = localeFor([wanted]);
  return createTranslator({ locale, messages: catalogues[locale], namespace: 'unsubscribe' });
}
