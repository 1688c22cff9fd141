// The catalogue in every language, whole. For the server alone: a browser gets the one that is read there with its page.
import type { Locale } from './locales';
import { messages as en } from './messages';

export const catalogues: Record<Locale, typeof en> = { en };
