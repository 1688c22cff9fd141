// The words this product itself puts into messages, from the catalogue, in the language of the workspace.
import { createTranslator } from 'next-intl';
import unsubscribe from '@/lib/i18n/en/unsubscribe.json';
import { localeFor } from '@/lib/i18n/locales';

export function wording(locale: string) {
  return createTranslator({
    locale: localeFor([locale]),
    messages: { unsubscribe },
    namespace: 'unsubscribe',
  });
}
