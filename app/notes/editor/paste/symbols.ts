// Word writes arrows and ticks as letters of the fonts Wingdings and Symbol: « à » is →, which is why these groups' minutes
// mark their take-aways with « ! ». In a plain copy they are characters of the private use area (U+F000 and the letter).
const WINGDINGS: Record<string, string> = { à: '→', è: '→', Ø: '→', ð: '→', ü: '✓', û: '✗', '§': '•', v: '•', q: '☐', J: '☺', L: '☹' };
const SYMBOL: Record<string, string> = { '·': '•', '®': '→', Þ: '→' };
const PRIVATE = /[\uf020-\uf0ff]/g;

/** Puts the characters that people see in place of the letters that such fonts draw. Bullets of lists are left to lists.ts. */
export function mendSymbols(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const letters = lettersOf(node.parentElement);
    const mended = letters ? [...text].map((letter) => letters[letter] ?? letter).join('') : text;
    node.nodeValue = mended.replace(PRIVATE, (letter) => fromPrivate(letter));
  }
}

function fromPrivate(letter: string): string {
  const drawn = String.fromCharCode(letter.charCodeAt(0) - 0xf000);
  return WINGDINGS[drawn] ?? SYMBOL[drawn] ?? '•';
}

/** The letters that the nearest named font draws otherwise; null for a font of text, and for the bullet of a list. */
function lettersOf(element: Element | null): Record<string, string> | null {
  for (let here = element; here; here = here.parentElement) {
    const style = here.getAttribute('style') ?? '';
    if (/mso-list:\s*Ignore/i.test(style)) return null;
    const font = /font-family\s*:/i.test(style) ? style : (here.getAttribute('face') ?? '');
    if (font === '') continue;
    if (/wingdings/i.test(font)) return WINGDINGS;
    return /(?:^|[:"'\s])symbol\b/i.test(font) ? SYMBOL : null;
  }
  return null;
}
