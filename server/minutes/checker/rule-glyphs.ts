import type { Passage } from './passages.ts';
import type { Remark } from './report.ts';

/** Characters that no font of the files draws: the PDF shows a box in their place. One finding for each character. */
export function checkGlyphs(passages: readonly Passage[], drawable: ((codePoint: number) => boolean) | null): Remark[] {
  if (!drawable) return [];
  const told = new Set<number>();
  return passages.flatMap((passage) => {
    const remarks: Remark[] = [];
    let at = 0;
    for (const char of passage.text) {
      const code = char.codePointAt(0) ?? 0;
      if (code > 126 && !told.has(code) && !INVISIBLE.test(char) && !drawable(code)) {
        told.add(code);
        const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
        remarks.push({ problem: 'glyph_missing', passage, start: at, end: at + char.length, expected: number });
      }
      at += char.length;
    }
    return remarks;
  });
}

/** Takes no ink: spaces, joiners, variation selectors, control characters. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u;
