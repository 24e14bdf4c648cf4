import { baseLocale, getLocale, type Locale } from './messages/compiled/runtime.js';

export { getLocale, type Locale, locales } from './messages/compiled/runtime.js';

/** The address of a page in a language: French has no prefix, English is under /en. `path` begins with '/'. */
export function localePath(path: string, locale: Locale = getLocale()): string {
  return locale === baseLocale ? path : `/${locale}${path === '/' ? '' : path}`;
}
