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

/** Folds one line at 75 octets of UTF-8, never inside a character (RFC 5545, 3.1); ends with CRLF. */
export function foldLine(line: string): string {
  const clean = line.toWellFormed().replace(CONTROL, '');
  if (clean.length * 3 <= OCTETS || Buffer.byteLength(clean) <= OCTETS) return `${clean}\r\n`;
  let folded = '';
  let start = 0;
  let octets = 0;
  for (let index = 0; index < clean.length; ) {
    const code = clean.codePointAt(index) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > OCTETS) {
      folded += `${clean.slice(start, index)}\r\n `;
      start = index;
      octets = 1;
    }
    octets += size;
    index += size === 4 ? 2 : 1;
  }
  return `${folded}${clean.slice(start)}\r\n`;
}

/** The lines of an iCalendar text, unfolded. */
export function unfold(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
}
