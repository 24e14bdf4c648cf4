import { textOf } from '#app/model/minutes-content.ts';
import type { Part, PlaceInFile } from '#server/minutes/formats/office-document.ts';

/** Of the text of an office document, as LibreOffice lays it out: lines of a page, characters of a line. */
const LINES = 45;
const CHARACTERS = 95;

/**
 * Fills contents and index with the pages on which their places are likely to be, for word processors that show what stands in
 * a field until somebody has it counted. The contents take as many pages as they have lines.
 */
export function guessPages(parts: readonly Part[]): Part[] {
  const headings = parts.flatMap((part) => (part.type === 'paragraph' && part.style === 'heading1' && part.bookmark ? [part] : []));
  const pages = new Map<string, number>();
  let [page, line] = [1, 0];
  for (const part of parts) {
    const isNewPage = part.type === 'paragraph' && part.newPage;
    if (isNewPage || line >= LINES)
      [page, line] = [page + 1 + (isNewPage ? 0 : Math.floor(line / LINES) - 1), isNewPage ? 0 : line % LINES];
    if (part.type === 'paragraph' && part.bookmark) pages.set(part.bookmark, page);
    line += part.type === 'contents' ? headings.length * 1.4 : heightOf(part);
  }
  const at = (bookmark: string) => pages.get(bookmark) ?? 1;
  const entries = headings.map(({ inline, bookmark = '' }): PlaceInFile => ({ title: textOf(inline), bookmark, page: at(bookmark) }));
  return parts.map((part) => {
    if (part.type === 'contents') return { ...part, entries };
    if (part.type !== 'indexed') return part;
    const places = part.places.filter(({ bookmark }) => pages.has(bookmark)).map(({ bookmark }) => ({ bookmark, page: at(bookmark) }));
    return { ...part, places: places.filter(({ page: on }, index) => places.findIndex((each) => each.page === on) === index) };
  });
}

function heightOf(part: Part): number {
  switch (part.type) {
    case 'paragraph':
      return rows(textOf(part.inline)) + (part.style.startsWith('heading') ? 1.2 : 0.4);
    case 'item':
      return rows(textOf(part.inline)) + 0.2;
    case 'table':
      return part.rows.reduce(
        (sum, cells) => sum + Math.max(1, ...cells.map((cell) => rows(textOf(cell), CHARACTERS / cells.length))) + 0.4,
        2,
      );
    default:
      return 1;
  }
}

const rows = (text: string, width = CHARACTERS) => Math.max(1, Math.ceil(text.length / width));
