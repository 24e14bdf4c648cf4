import { IMPORT_LIMITS } from '#app/model/imports.ts';
import { readTextParts } from '../text-parts.ts';
import { type ReadFile, Unreadable } from './read-fault.ts';
import { mendSymbols } from './symbols.ts';

/** Text in UTF-8 or UTF-16, or else in Windows-1252, as Notepad still writes it; what holds bytes that no text has is refused. */
export function readText(bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  if (text.length > IMPORT_LIMITS.text) throw new Unreadable('too_long');
  const parts = readTextParts(mendSymbols(text));
  if (parts.length > IMPORT_LIMITS.parts || parts.some((part) => part.inline.some((run) => run.text.length > IMPORT_LIMITS.partText)))
    throw new Unreadable('too_long');
  return { format: 'text', parts, notices: [] };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells that it is no text
  const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
  for (const encoding of ['utf-8', 'windows-1252']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (binary.test(text)) break;
      return text;
    } catch {
      // the next encoding
    }
  }
  throw new Unreadable('unknown_format');
}
