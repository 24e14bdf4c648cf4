const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
const CONTROL_BUT_LINE_BREAK = /[^\P{Cc}\n]|[\u2028\u2029]/gu;
// Bidirectional overrides and isolates make a text read otherwise than it is stored (Unicode TR 36, section 3.4).
const BIDI = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\uFFFE\uFFFF]/g;

/** One line as a person meant it: no control characters or bidi overrides, single spaces, no spaces at the ends, NFC. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replace(BIDI, '').replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim().normalize('NFC');
}

/** The same for several lines: line breaks stay (as '\n'), never more than one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(BIDI, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL_BUT_LINE_BREAK, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
}

/** Key under which the same name written otherwise is found: lower case, no accents, no punctuation, single spaces. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Part of an address made from a title: 'Réunion « climat »' → 'reunion-climat'; at most `max` characters; '' when nothing is left. */
export function slugOf(title: string, max = 80): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replace(/^-+|-+$/g, '');
}
