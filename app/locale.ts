import { baseLocale, getLocale, type Locale, locales } from './messages/compiled/runtime.js';
import type { Language } from './model/language.ts';

export { getLocale, type Locale, locales } from './messages/compiled/runtime.js';

/** The address of a page in a language: French has no prefix, English is under /en. `path` begins with '/'. */
export function localePath(path: string, locale: Locale = getLocale()): string {
  return locale === baseLocale ? path : `/${locale}${path === '/' ? '' : path}`;
}

/** The nearest language that has a catalogue to one that a person prefers. */
export function localeOf(language: Language): Locale {
  return locales.find((locale) => locale === language) ?? baseLocale;
}
