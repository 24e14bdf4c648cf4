import type { ReactNode } from 'react';
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router';
import { countOwnTodo } from '#server/follow-ups/count-own-todo.ts';
import { isGroupCreator } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/root.ts';
import { getLocale, localePath, locales } from './locale.ts';
import { m } from './messages/compiled/messages.js';
import { ErrorPage } from './ui/error-page.tsx';
import favicon from './ui/favicon.svg?url';
import textFont from './ui/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import displayFont from './ui/fonts/bricolage-grotesque-latin-standard-normal.woff2?url';
import { SiteFrame } from './ui/layout/site-frame.tsx';
import { type Site, usePlace, useSite } from './ui/layout/use-site.ts';
import { themeOf } from './ui/theme.ts';
import './ui/styles/index.css';

export const links: Route.LinksFunction = () => [
  { rel: 'icon', href: favicon, type: 'image/svg+xml' },
  { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href: textFont },
  { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href: displayFont },
];

export function meta(): Route.MetaDescriptors {
  return [{ title: m.common_brand() }, { name: 'description', content: m.common_what_it_is() }];
}

/** Days begin at quarters of an hour of UTC everywhere; a finer time would set apart two answers that say the same. */
const QUARTER = { smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'trunc' } as const;

export async function loader({ request, context }: Route.LoaderArgs): Promise<Site> {
  const { services, viewer } = requestOf(context);
  return {
    theme: themeOf(request.headers.get('cookie')),
    origin: services.env.appUrl,
    now: services.clock.now().round(QUARTER).toString(),
    viewer: viewer && {
      id: viewer.personId,
      name: `${viewer.givenName} ${viewer.familyName}`.trim(),
      organises: await isGroupCreator(services, viewer),
      todo: await countOwnTodo(services, viewer),
    },
    demo: services.env.demo,
  };
}

interface PageHandle {
  /** A page that is alive for some readers only decides by what its loader gave; nothing was given when it failed. */
  interactive?: boolean | ((loaderData: never) => boolean);
}

function isInteractive(handle: PageHandle | undefined, loaderData: unknown): boolean {
  const { interactive } = handle ?? {};
  return typeof interactive === 'function' ? loaderData !== undefined && interactive(loaderData as never) : interactive === true;
}

/** The document around every page. Scripts come only with pages that ask for them: `export const handle = { interactive: true }`. */
export function Layout({ children }: { children: ReactNode }) {
  const { theme } = useSite();
  const interactive = useMatches().some(({ handle, loaderData }) => isInteractive(handle as PageHandle | undefined, loaderData));
  return (
    <html lang={getLocale()} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#F9FAF6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0D1513" media="(prefers-color-scheme: dark)" />
        <Meta />
        <SamePageInEachLanguage />
        <Links />
      </head>
      <body>
        {children}
        {interactive ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

function SamePageInEachLanguage() {
  const { origin } = useSite();
  const { path } = usePlace();
  return locales.map((locale) => <link key={locale} rel="alternate" hrefLang={locale} href={origin + localePath(path, locale)} />);
}

/** A page for what went wrong: an unknown address (404), a door that stays closed (403), a fault of ours. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <SiteFrame>
      <ErrorPage kind={status === 404 ? 'missing' : status === 403 ? 'forbidden' : 'broken'} />
    </SiteFrame>
  );
}
