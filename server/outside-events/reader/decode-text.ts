/**
 * The text of a file as its bytes say: UTF-16 with its mark, UTF-8, or else Windows-1252, which old exports still are.
 * Folded lines are joined first (RFC 5545, 3.1), among bytes: some writers fold in the middle of a character.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return unfolded(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return unfolded(new TextDecoder('utf-16be').decode(bytes));
  const joined = Buffer.from(unfolded(Buffer.from(bytes).toString('latin1')), 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(joined);
  } catch {
    return new TextDecoder('windows-1252').decode(joined);
  }
}

const unfolded = (text: string) => text.replace(/(?:\r\n|\r|\n)[ \t]/g, '');
