// Which language somebody reads who asked for several.
import { expect, it } from 'vitest';
import { acceptedLanguages, localeFor, locales } from './locales';

it.each([[['en']], [['en-GB', 'cs']], [['xx', 'EN-us']], [['xx']], [[]], [['']]])(
  'reads English for %j',
  (wanted) => {
    expect(localeFor(wanted)).toBe('en');
  },
);

it('finds every language by its own name and by that of another region', () => {
  for (const locale of locales) {
    const language = locale.slice(0, 2);
    expect(localeFor([locale, 'en'])).toBe(locale);
    expect(localeFor([`${language}-XX`, 'en'])).toBe(locale);
  }
});

it.each([
  ['cs;q=0.5, es-MX , en;q=0.9', ['es-MX', 'en', 'cs']],
  ['de;q=0, *;q=0.1', ['*']],
  ['it;q=nonsense,ro', ['ro']],
  ['', []],
])('takes the languages of %j in the order they are liked', (header, tags) => {
  expect(acceptedLanguages(header)).toEqual(tags);
});
