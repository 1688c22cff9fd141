// Who is answered in which language.
import { expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locales';
import { localeOf, readerLocale, withReader } from './reader';

const session = 'throughline_session=s';
const other = locales.at(-1) ?? 'en';

it.each([
  [
    'what was chosen, whatever the browser likes',
    { cookie: `a=b; throughline_language=${other}`, 'accept-language': 'en' },
  ],
  [
    'what the browser likes, where nothing was chosen',
    { cookie: session, 'accept-language': `xx, ${other};q=0.8, en;q=0.7` },
  ],
  [
    'what the browser likes, where a language is chosen that does not exist',
    {
      cookie: 'throughline_language=xx',
      'accept-language': other,
    },
  ],
])('reads %s', (_what, headers) => {
  expect(localeOf({ url: '/journeys', headers })).toBe(other);
});

it('tells programs in English, and people who use the API from the studio in theirs', () => {
  const chosen = `throughline_language=${other}`;
  const asked = { url: '/v1/customers', headers: { cookie: chosen, 'accept-language': other } };
  expect(localeOf(asked)).toBe('en');
  expect(
    localeOf({ ...asked, headers: { cookie: `${session}; ${chosen}`, authorization: 'Bearer sk' } }),
  ).toBe('en');
  expect(localeOf({ ...asked, headers: { cookie: `${session}; ${chosen}` } })).toBe(other);
});

it('keeps the language of a request beside it, and English elsewhere', async () => {
  const seen = await withReader(other, async () => {
    await Promise.resolve();
    return readerLocale();
  });
  expect([seen, readerLocale()]).toEqual([other, 'en']);
});
