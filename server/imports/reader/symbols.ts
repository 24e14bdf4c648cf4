// Word writes arrows and bullets as letters of the fonts Wingdings and Symbol, in the private use area (U+F000 and the letter).
const WINGDINGS: Record<string, string> = { à: '→', è: '→', Ø: '→', ð: '→', ü: '✓', û: '✗', '§': '•', v: '•', q: '☐', J: '☺', L: '☹' };
const SYMBOL: Record<string, string> = { '·': '•', '®': '→', Þ: '→' };

/** Puts the characters that people see in place of the letters that such fonts draw. */
export function mendSymbols(text: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (letter) => symbolOf(letter.charCodeAt(0) - 0xf000));
}

/** The character that a code of Wingdings or Symbol draws. */
export function symbolOf(code: number): string {
  const letter = String.fromCharCode(code >= 0xf000 ? code - 0xf000 : code);
  return WINGDINGS[letter] ?? SYMBOL[letter] ?? '•';
}
