// The languages of the studio, and which of them somebody reads. A language is listed once its catalogue is complete.
// Portuguese is Portugal's by its full name: dates and money under the bare `pt` are written as in Brazil.
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

/** While there is only one, nobody is asked. */
export const isLanguageChoice: boolean = new Set(locales).size > 1;

/** Holds what somebody chose; as with the theme, every browser has its own. */
export const languageCookie = 'throughline_language';

/** The first wanted language that exists. Wanted ones may carry another region: `en-GB` asks for `en`. */
export function localeFor(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const found = locales.find((locale) => languageOf(locale) === languageOf(tag));
    if (found) return found;
  }
  return 'en';
}

/** The language alone: `pt` of `pt-PT`. */
export function languageOf(tag: string): string {
  return tag.trim().toLowerCase().split('-')[0] ?? '';
}

/** The tags of an Accept-Language header, the best liked first; `q=0` means unreadable. */
export function acceptedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
