import { inflateSync } from 'node:zlib';
import { Refused, type SlidesFault } from './slides-fault.ts';

/** Most that the object streams of one file may become, in bytes. */
const MOST_INFLATED = 100_000_000;

// A name may be written with escapes (ISO 32000-2, 7.3.5): /J#61vaScript is /JavaScript. Each of these is long enough never to
// stand in compressed bytes by chance. A script is an action of one of these kinds, wherever it hangs: on opening, on a page…
const TOKENS: readonly (readonly [string, SlidesFault])[] = [
  ['Encrypt', 'encrypted'],
  ['JavaScript', 'scripts'],
  ['Launch', 'scripts'],
  ['Rendition', 'scripts'],
  ['RichMedia', 'scripts'],
  ['ImportData', 'scripts'],
  ['EmbeddedFile', 'attachments'],
  ['EmbeddedFiles', 'attachments'],
];
const PATTERNS = TOKENS.map(([name, fault]) => ({ pattern: nameOf(name), fault }));
const OBJECT_STREAM = nameOf('ObjStm');
/** Where its first object begins (Table 16), a number: that of an outline is a reference. Some readers ask for no type. */
const FIRST = new RegExp(`${nameOf('First').source}\\s*\\d+(?!\\d|\\s+\\d+\\s+R)`);
/** Readers take what the standard (7.3.8.1) does not after the word: spaces, a lone carriage return. */
const STREAM = /(?<!end)stream[ \t]*(?:\r\n|\n|\r)/g;

/** Throws Refused for a PDF that is encrypted, runs something, or carries other files. */
export function checkPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  if (!text.slice(-2048).includes('%%EOF') && !text.includes('startxref')) throw new Refused('damaged');
  look(text);
  for (const objects of objectStreams(text, bytes)) look(objects);
}

function look(text: string): void {
  for (const { pattern, fault } of PATTERNS) if (pattern.test(text)) throw new Refused(fault);
}

/**
 * What object streams hold (ISO 32000-2, 7.5.7): dictionaries of the document, compressed. All that stands between the words
 * of two streams is looked at for what one is: where a dictionary begins cannot be told from outside, as strings and comments
 * say what they like.
 */
function* objectStreams(text: string, bytes: Buffer): Generator<string> {
  let inflated = 0;
  let from = 0;
  for (const match of text.matchAll(STREAM)) {
    const before = text.slice(from, match.index);
    from = match.index + match[0].length;
    const certain = OBJECT_STREAM.test(before);
    if (!certain && !FIRST.test(before)) continue;
    const content = inflate(bytes.subarray(from), MOST_INFLATED - inflated, certain);
    inflated += content.length;
    yield content.toString('latin1');
  }
  // one whose bytes begin where we do not look
  if (OBJECT_STREAM.test(text.slice(from))) throw new Refused('damaged');
}

function inflate(bytes: Buffer, limit: number, certain: boolean): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    if (!certain) return Buffer.alloc(0);
    // what is packed otherwise cannot be looked into: no program that writes slides does so
    throw new Refused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged');
  }
}

function nameOf(name: string): RegExp {
  const letters = [...name].map(
    (letter) =>
      `(?:${letter}|#${letter
        .charCodeAt(0)
        .toString(16)
        .replace(/[a-f]/g, (d) => `[${d}${d.toUpperCase()}]`)})`,
  );
  return new RegExp(`/${letters.join('')}(?![A-Za-z0-9#])`);
}
