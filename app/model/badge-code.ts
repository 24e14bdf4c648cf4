/** What the QR code of a badge says: upper case throughout, which QR codes hold in less room (ISO/IEC 18004, alphanumeric mode). */
export function badgeText(editionSlug: string, badgeCode: string): string {
  return `TERTULIA/${editionSlug.toUpperCase()}/${badgeCode}`;
}

/** Under the QR code, for a phone whose camera does not read: the beginning of the code, « 7K3M-Q2XP ». */
const SHORT = 8;

export function shortCode(badgeCode: string): string {
  return badgeCode.slice(0, SHORT);
}

export function shortCodeInWords(badgeCode: string): string {
  return `${badgeCode.slice(0, SHORT / 2)}-${badgeCode.slice(SHORT / 2, SHORT)}`;
}

export type ReadBadge = { ok: true; code: string; short: boolean } | { ok: false; reason: 'other-edition' | 'unreadable' };

/** What a camera read, or what somebody typed: spaces, hyphens and small letters do not matter. */
export function readBadge(text: string, editionSlug: string): ReadBadge {
  const plain = text.trim().toUpperCase();
  const [brand, edition, scanned] = plain.split('/');
  if (brand === 'TERTULIA' && edition && scanned && /^[0-9A-Z]{24,40}$/.test(scanned))
    return edition === editionSlug.toUpperCase() ? { ok: true, code: scanned, short: false } : { ok: false, reason: 'other-edition' };
  const typed = plain.replace(/[\s-]/g, '');
  if (/^[0-9A-Z]{24,40}$/.test(typed)) return { ok: true, code: typed, short: false };
  if (new RegExp(`^[0-9A-Z]{${SHORT}}$`).test(typed)) return { ok: true, code: typed, short: true };
  return { ok: false, reason: 'unreadable' };
}
