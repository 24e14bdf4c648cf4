import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import { baseLocale, type Locale, locales, overwriteGetLocale } from '#app/messages/compiled/runtime.js';

const current = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => current.getStore() ?? baseLocale);

/** The language of an address: its first segment, if it is one that has a catalogue. */
export function localeOfPath(path: string): Locale {
  const first = path.split('/')[1]?.replace(/\.data$/, '');
  return locales.find((locale) => locale === first) ?? baseLocale;
}

/** Answers each request in the language of its address. */
export function withLocaleOf(handler: RequestHandler): RequestHandler {
  return (request, response, next) => current.run(localeOfPath(request.path), () => handler(request, response, next));
}

/** Renders something that is not an answer to a request (a mail, a job's result) in a language. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  return current.run(locale, work);
}
