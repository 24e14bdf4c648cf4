import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router';
import { getLocale } from './locale.ts';

export default function Root() {
  const interactive = useMatches().some((match) => (match.handle as { interactive?: boolean } | undefined)?.interactive);
  return (
    <html lang={getLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
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
