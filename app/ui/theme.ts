/** What a reader chose; 'auto' follows their device. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const COOKIE = 'theme';
const YEAR = 365 * 24 * 3600;

/** The theme in a Cookie header; 'auto' when there is none, or an unknown one. */
export function themeOf(cookieHeader: string | null): Theme {
  const value = cookieHeader?.match(/(?:^|;\s*)theme=([a-z]+)/)?.[1];
  return THEMES.find((theme) => theme === value) ?? 'auto';
}

/** A Set-Cookie header (RFC 6265) that keeps the choice for a year; 'auto' forgets it. */
export function themeCookie(theme: Theme, secure: boolean): string {
  const value = theme === 'auto' ? `${COOKIE}=; Max-Age=0` : `${COOKIE}=${theme}; Max-Age=${YEAR}`;
  return `${value}; Path=/; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}
