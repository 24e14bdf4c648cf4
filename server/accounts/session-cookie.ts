import type { Env } from '#server/env.ts';

// As long as browsers allow (RFC 6265bis): the row in the database decides when a session ends, and slides; the cookie
// need not be sent again for that, so pages that anyone may cache never carry one.
const MAX_AGE_SECONDS = 400 * 24 * 3600;

/** Under https the `__Host-` prefix makes browsers refuse the cookie from any other host or path (RFC 6265bis, 4.1.3). */
function nameOf(env: Env): string {
  return env.appUrl.startsWith('https:') ? '__Host-session' : 'session';
}

/** The Set-Cookie header that keeps a session's secret in the browser. */
export function sessionCookie(env: Env, secret: string): string {
  return `${nameOf(env)}=${secret}; Max-Age=${MAX_AGE_SECONDS}; ${attributes(env)}`;
}

/** The Set-Cookie header that removes it. */
export function clearedSessionCookie(env: Env): string {
  return `${nameOf(env)}=; Max-Age=0; ${attributes(env)}`;
}

function attributes(env: Env): string {
  return `Path=/; HttpOnly; SameSite=Lax${env.appUrl.startsWith('https:') ? '; Secure' : ''}`;
}

/** The session's secret in a Cookie header; null when there is none. */
export function readSessionCookie(env: Env, header: string | undefined): string | null {
  const prefix = `${nameOf(env)}=`;
  const pair = header?.split(';').find((part) => part.trim().startsWith(prefix));
  return pair ? pair.trim().slice(prefix.length) : null;
}
