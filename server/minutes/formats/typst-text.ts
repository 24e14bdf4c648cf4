import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Inline } from '#app/model/notes.ts';

/** A run of text as the template of the PDF reads it; a key that is there counts, whatever its value. */
export interface TypstRun {
  s: string;
  b?: true;
  i?: true;
  u?: true;
  /** Address that it leads to. */
  h?: string;
}

// control characters, bidi overrides and isolates, noncharacters: none has a shape, and the exporter refuses them
const SHAPELESS = /[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
/** Typst refuses longer addresses. */
const LONGEST_ADDRESS = 2000;

/** Text that has a shape, with French spaces; '\n' stays. Words longer than `widest` characters may break. */
export function typstText(text: string, widest = 48): string {
  const shaped = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(SHAPELESS, (character) => (character === '\n' ? '\n' : ''));
  return breakable(frenchSpaces(shaped), widest);
}

export function typstRuns(inline: readonly Inline[], widest?: number): TypstRun[] {
  return inline
    .map(({ text, bold, italic, underline, href }) => ({
      s: typstText(text, widest),
      ...(bold ? { b: true as const } : {}),
      ...(italic ? { i: true as const } : {}),
      ...(underline ? { u: true as const } : {}),
      ...(href && isAddress(href) ? { h: href } : {}),
    }))
    .filter(({ s }) => s !== '');
}

/** Whether a paragraph reads from right to left: its first letter says so (Unicode TR 9, rule P2). */
export function isRightToLeft(inline: readonly Inline[]): boolean {
  const first = inline.map(({ text }) => LETTER.exec(text)?.[0]).find((letter) => letter !== undefined);
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

function isAddress(href: string): boolean {
  return /^(https?:\/\/.|mailto:.|tel:.)/i.test(href) && href.length <= LONGEST_ADDRESS;
}

/** Without a place to break, a long address or a word without end would run out of the page. */
function breakable(text: string, widest: number): string {
  if (!hasLongWord(text, widest)) return text;
  return text.replace(/\S+/g, (word) => (word.length > widest ? withBreaks(word, Math.min(widest, STRIDE)) : word));
}

function hasLongWord(text: string, widest: number): boolean {
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    run = code === 32 || code === 10 ? 0 : run + 1;
    if (run > widest) return true;
  }
  return false;
}

/** Characters between two places to break within a word that has no joints. */
const STRIDE = 10;
const ZERO_WIDTH_SPACE = '\u200B';
// joins with what stands before it: a mark, a joiner, a variation selector, a modifier of skin
const JOINS = /\p{M}|\u200D|[\u{1F3FB}-\u{1F3FF}]/u;

function withBreaks(word: string, stride: number): string {
  let out = '';
  let run = 0;
  let joined = false;
  for (const character of word) {
    const joins = JOINS.test(character);
    if (run >= stride && !joins && !joined) {
      out += ZERO_WIDTH_SPACE;
      run = 0;
    }
    joined = character === '\u200D';
    out += character;
    run += 1;
    // an address is easier to read when it breaks at its own joints
    if (run > 8 && /[/?&=_.-]/.test(character)) {
      out += ZERO_WIDTH_SPACE;
      run = 0;
    }
  }
  return out;
}
