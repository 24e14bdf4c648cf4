import { findTimeZone } from '#app/model/time-zones.ts';

const COOKIE = 'zone';
const YEAR = 365 * 24 * 3600;
const FALLBACK = 'Europe/Paris';

/** Whose clock a reader's calendar shows: that of their account, else the one they chose on this device; null: neither. */
export function chosenZone(viewer: { timeZone: string } | null, cookieHeader: string | null): string | null {
  if (viewer) return viewer.timeZone;
  const [, value = ''] = /(?:^|;\s*)zone=([^;]*)/.exec(cookieHeader ?? '') ?? [];
  return findTimeZone(value);
}

/** The same, with the network's for whoever chose none. */
export function ownZone(chosen: string | null, network: { timeZone: string } | undefined): string {
  return chosen ?? network?.timeZone ?? FALLBACK;
}

/** A Set-Cookie header (RFC 6265) that keeps a zone (IANA name, whose characters need no escape) for a year. */
export function zoneCookie(zone: string, secure: boolean): string {
  return `${COOKIE}=${zone}; Max-Age=${YEAR}; Path=/; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}
