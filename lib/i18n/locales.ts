// The languages of the studio. English alone for now; a workspace may name others, which fall back to it.
const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

/** The first wanted language that exists. Wanted ones may carry a region: `en-GB` asks for `en`. */
export function localeFor(wanted: readonly string[]): Locale {
  const languages = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return locales.find((locale) => languages.includes(locale)) ?? 'en';
}
