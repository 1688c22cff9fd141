// What a browser remembers about the shell. Cookies, so that the server draws it right at once and nothing flashes.
import type { languageCookie } from '@/lib/i18n/locales';

export const themeCookie = 'throughline_theme';
export const navCookie = 'throughline_nav';

export type Theme = 'light' | 'dark' | 'system';

export function themeFrom(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

const yearInSeconds = 365 * 24 * 60 * 60;

export function remember(
  cookie: typeof themeCookie | typeof navCookie | typeof languageCookie,
  value: string,
): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
  document.cookie = `${cookie}=${value}; path=/; max-age=${yearInSeconds}; samesite=lax`;
}

/** `system` leaves the choice to the browser: see `color-scheme` in globals.css. */
export function applyTheme(theme: Theme): void {
  remember(themeCookie, theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
