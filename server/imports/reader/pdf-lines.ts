export interface PdfLine {
  text: string;
  /** Of the baseline, from the bottom of the page, in points. */
  y: number;
  /** Size of its letters, in points. */
  size: number;
}

interface PdfItem {
  str: string;
  hasEOL: boolean;
  width: number;
  height: number;
  transform: number[];
}

/** The lines of a page, from the runs of text that pdf.js gives; a wide gap within one is a tab. */
export function linesOfPage(items: readonly (PdfItem | object)[]): PdfLine[] {
  const lines: (PdfLine & { end: number })[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [x = 0, y = 0] = item.transform.slice(4);
    const size = item.height || Math.abs(item.transform[3] ?? 0) || 10;
    const line = lines.at(-1);
    if (item.str === '') continue;
    if (line && Math.abs(line.y - y) < size * 0.5 && x >= line.end - size) {
      const gap = x - line.end;
      const isSpaced = /\s$/.test(line.text) || /^\s/.test(item.str);
      line.text += (gap > size * 2.5 ? '\t' : gap > size * 0.15 && !isSpaced ? ' ' : '') + item.str;
      line.end = x + item.width;
      if (item.str.trim() !== '') line.size = Math.max(line.size, size);
    } else if (item.str.trim() !== '') lines.push({ text: item.str, y, size, end: x + item.width });
  }
  return lines
    .map(({ end: _, ...line }) => ({ ...line, text: line.text.trim().replace(/\u00ad(?=.)/gu, '') }))
    .filter((line) => line.text !== '');
}

/** Without what stands at the top or bottom of most pages: running titles and page numbers. */
export function withoutMargins(pages: readonly PdfLine[][]): PdfLine[][] {
  const seen = new Map<string, number>();
  const keyOf = (line: PdfLine) => line.text.replace(/\d+/g, '#');
  const edges = (lines: PdfLine[]) => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)]);
  };
  for (const lines of pages) for (const key of new Set([...edges(lines)].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(2, pages.length * 0.5);
  return pages.map((lines) => {
    const edge = edges(lines);
    return lines.filter((line) => !(edge.has(line) && ((seen.get(keyOf(line)) ?? 0) >= often || /^\d{1,4}$/.test(line.text))));
  });
}

/** The lines as one text: an empty line where they stand further apart, `#` before those in larger letters. */
export function textOfLines(pages: readonly PdfLine[][]): string {
  const body = usualSize(pages.flat());
  const sizes = [...new Set(pages.flat().map((line) => Math.round(line.size)))].filter((size) => size > body * 1.15).sort((a, b) => b - a);
  const spacing = usualSpacing(pages);
  return pages
    .map((lines) =>
      lines
        .map((line, index) => {
          const above = lines[index - 1];
          const gap = above ? above.y - line.y : 0;
          const apart = above && (gap > spacing * 1.35 || gap < -spacing);
          const level = Math.min(sizes.indexOf(Math.round(line.size)) + 1, 6);
          const wasLarge = above && Math.round(above.size) === Math.round(line.size) && !apart;
          // a title over two lines is one
          const mark = level > 0 ? (wasLarge ? '\u0000' : `${'#'.repeat(level)} `) : '';
          return `${apart ? '\n' : ''}${mark}${line.text}`;
        })
        .join('\n')
        .replaceAll('\n\u0000', ' '),
    )
    .join('\n\n');
}

/** The size of most letters. */
function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(Math.round(size), (letters.get(Math.round(size)) ?? 0) + text.length);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 10;
}

function usualSpacing(pages: readonly PdfLine[][]): number {
  const gaps = pages
    .flatMap((lines) => lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y))
    .filter((gap) => gap > 4 && gap < 40);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? 14;
}
