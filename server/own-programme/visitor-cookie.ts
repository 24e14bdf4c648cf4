import type { Env } from '#server/env.ts';

// Kept for the visitor's own sake and for nothing else, and only once they chose a session: no consent is asked for it.
const MAX_AGE_SECONDS = 400 * 24 * 3600;

function nameOf(env: Pick<Env, 'appUrl'>): string {
  return env.appUrl.startsWith('https:') ? '__Host-programme' : 'programme';
}

/** The Set-Cookie header that keeps the secret of a visitor's own programmes in the browser. */
export function visitorCookie(env: Pick<Env, 'appUrl'>, secret: string): string {
  return `${nameOf(env)}=${secret}; Max-Age=${MAX_AGE_SECONDS}; ${attributes(env)}`;
}

function attributes(env: Pick<Env, 'appUrl'>): string {
  return `Path=/; HttpOnly; SameSite=Lax${env.appUrl.startsWith('https:') ? '; Secure' : ''}`;
}

/** The secret in a Cookie header; null when there is none. */
export function readVisitorCookie(env: Pick<Env, 'appUrl'>, header: string | null | undefined): string | null {
  const prefix = `${nameOf(env)}=`;
  const pair = header?.split(';').find((part) => part.trim().startsWith(prefix));
  return pair?.trim().slice(prefix.length) || null;
}
