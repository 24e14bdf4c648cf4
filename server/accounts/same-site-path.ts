const NOWHERE = 'https://nowhere.invalid';

/** Where a form goes on to: `to` when it is a path of this site, else the start page. Nothing leads to another site. */
export function sameSitePath(to: string | null | undefined): string {
  // browsers read '//host' and '/\host' as another site, and drop tabs and line breaks before they look
  if (!to?.startsWith('/') || to.length > 2000 || !URL.canParse(to, NOWHERE)) return '/';
  const url = new URL(to, NOWHERE);
  return url.origin === NOWHERE && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
