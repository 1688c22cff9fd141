// What next-intl needs for a request: the reader's language, the workspace's time zone, the clock, the catalogue.
import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { currentSession } from '@/lib/server/auth/current-session';
import { now } from '@/lib/server/clock';
import { readerLocale } from '@/lib/server/reader';
import { catalogues } from './catalogues';
import { formats } from './formats';

export default getRequestConfig(async () => {
  // Read so that Next draws no page ahead of a reader.
  await headers();
  const session = await currentSession();
  const locale = readerLocale();
  return {
    locale,
    timeZone: session?.workspace.timeZone ?? 'UTC',
    now: now(),
    messages: catalogues[locale],
    formats,
  };
});
