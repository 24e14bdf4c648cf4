import { redirect } from 'react-router';
import { localePath, locales } from '#app/locale.ts';
import { endSession } from '#server/accounts/end-sessions.ts';
import { sessionCookie } from '#server/accounts/session-cookie.ts';
import type { Services } from '#server/services.ts';

interface Welcome {
  /** Of the new session. */
  secret: string;
  /** A path of this site. */
  to: string;
  /** The session that the browser had until now; it ends, so that nobody keeps another's. */
  former: { id: string } | null;
}

/** A path that may have no language yet, in that of this page. */
export function inLanguage(to: string): string {
  return locales.some((locale) => to === `/${locale}` || to.startsWith(`/${locale}/`)) ? to : localePath(to);
}

/** The answer to whoever just signed in: the cookie, and the page they were going to, in the language of this one. */
export async function welcome(services: Services, { secret, to, former }: Welcome): Promise<Response> {
  if (former) await endSession(services, former.id);
  return redirect(inLanguage(to), { headers: { 'Set-Cookie': sessionCookie(services.env, secret) } });
}
