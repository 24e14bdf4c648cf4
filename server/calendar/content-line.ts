const OCTETS = 75;
// RFC 5545, 3.1: a content line holds no control characters but the tab.
const CONTROL = /[^\P{Cc}\t]/gu;

/** A TEXT value (RFC 5545, 3.3.11): one line, whatever people typed. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A URI value (RFC 3986) that cannot end its line: what URL does not read is left out. */
export function uriValue(address: string): string | null {
  return URL.canParse(address) ? new URL(address).href : null;
}

/** Folds one line at 75 octets, never inside a character (RFC 5545, 3.1); ends with CRLF. */
export function foldLine(line: string): string {
  const clean = line.toWellFormed().replace(CONTROL, '');
  if (Buffer.byteLength(clean) <= OCTETS) return `${clean}\r\n`;
  let folded = '';
  let octets = 0;
  for (const character of clean) {
    const size = Buffer.byteLength(character);
    if (octets + size > OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** The lines of an iCalendar text, unfolded. */
export function unfold(text: string): string[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
}
