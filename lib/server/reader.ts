// In which language the request at hand is answered: pages and what the studio fetches in the reader's, the API in English.
// Hangs on globalThis because Next's bundles and the server's bundle are two copies of this code.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { acceptedLanguages, type Locale, languageCookie, localeFor } from '@/lib/i18n/locales';
import { sessionCookie } from './auth/session-cookie-name';

const holder = globalThis as { [key: symbol]: AsyncLocalStorage<Locale> | undefined };
const key = Symbol.for('throughline.reader');

function reading(): AsyncLocalStorage<Locale> {
  holder[key] ??= new AsyncLocalStorage();
  return holder[key];
}

export function withReader<Answer>(locale: Locale, serve: () => Answer): Answer {
  return reading().run(locale, serve);
}

/** English outside a request: what is kept or logged is one language's. */
export function readerLocale(): Locale {
  return reading().getStore() ?? 'en';
}

/** What was chosen comes before what the browser asks for. A program, which has no session's cookie, is told in English. */
export function localeOf({ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>): Locale {
  const cookies = headers.cookie ?? '';
  const isProgram = headers.authorization !== undefined || !cookies.includes(`${sessionCookie}=`);
  if (url.startsWith('/v1/') && isProgram) return 'en';
  const [, chosen = ''] = new RegExp(`(?:^|; *)${languageCookie}=([\\w-]+)`).exec(cookies) ?? [];
  return localeFor([chosen, ...acceptedLanguages(headers['accept-language'] ?? '')]);
}
