// Tells next-intl what exists, so that a missing key, locale or format fails the type check.
import type { formats } from './formats';
import type { Locale } from './locales';
import type { messages } from './messages';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
    Formats: typeof formats;
  }
}
