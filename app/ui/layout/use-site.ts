import { useLocation, useRouteLoaderData } from 'react-router';
import { getLocale, type Locale, localePath } from '#app/locale.ts';
import type { Theme } from '#app/ui/theme.ts';

/** What every page knows of its reader. */
export interface Site {
  theme: Theme;
  /** Origin of the product's addresses, without a trailing slash. */
  origin: string;
  /** The quarter of an hour in which the answer was given, ISO 8601 in UTC: enough to know the day of any zone. */
  now: string;
  viewer: {
    id: string;
    name: string;
    /** Plans meetings and may open a group. */
    organises: boolean;
    /** Things to do, for the masthead. */
    todo: number;
  } | null;
  /** The product shows mails in a mailbox of its own and offers people to sign in as. */
  demo: boolean;
}

const UNKNOWN_SITE: Site = { theme: 'auto', origin: '', now: '1970-01-01T00:00:00Z', viewer: null, demo: false };

/** The root's data; a visitor's when the root itself failed. */
export function useSite(): Site {
  return (useRouteLoaderData('root') as Site | undefined) ?? UNKNOWN_SITE;
}

/** Where the reader is: `path` without the language, `search` with its question mark. */
export function usePlace(): { path: string; search: string } {
  const { pathname, search } = useLocation();
  const prefix = localePath('/', getLocale());
  const path = prefix === '/' ? pathname : pathname.slice(prefix.length) || '/';
  return { path, search };
}

export const OTHER_LANGUAGE: Record<Locale, Locale> = { fr: 'en', en: 'fr' };
