// What next-intl needs for a request: the language of the workspace or browser, its time zone, the clock, the catalogue.
import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { currentSession } from '@/lib/server/auth/current-session';
import { now } from '@/lib/server/clock';
import { formats } from './formats';
import { localeFor } from './locales';
import { messages } from './messages';

export default getRequestConfig(async () => {
  const session = await currentSession();
  const accepted = (await headers()).get('accept-language') ?? '';
  const wanted = session
    ? [session.workspace.locale]
    : accepted.split(',').map((part) => part.split(';')[0] ?? '');
  return {
    locale: localeFor(wanted),
    timeZone: session?.workspace.timeZone ?? 'UTC',
    now: now(),
    messages,
    formats,
  };
});
