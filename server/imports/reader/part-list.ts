import { IMPORT_LIMITS, type ReadingNotice } from '#app/model/imports.ts';
import type { Inline } from '#app/model/notes.ts';
import type { OpenParagraph } from './paragraph.ts';
import { type ReadPart, Unreadable } from './read-fault.ts';

/** The parts of a document while it is read: no more than it may have, the cells of rows put together. */
export class PartList {
  readonly parts: ReadPart[] = [];
  readonly notices = new Set<ReadingNotice>();
  readonly #rows: { cells: Inline[][]; header: boolean; notes: ReadPart[] }[] = [];
  #length = 0;

  /** A paragraph, in the cell that is open, if any. */
  add(paragraph: OpenParagraph): void {
    const part = paragraph.finish();
    this.#count(part.inline);
    const row = this.#rows[0];
    if (row) {
      const cell = row.cells.at(-1);
      if (cell && part.inline.length > 0) cell.push(...(cell.length > 0 ? [{ text: '\n' }] : []), ...part.inline);
      if (part.bookmarks || part.authors || part.commentIds) row.notes.push(part);
      return;
    }
    if (part.inline.length > 0 || part.before || part.bookmarks) this.#push(part);
  }

  openRow(): void {
    this.#rows.push({ cells: [], header: false, notes: [] });
  }

  /** Tables in cells are read into the cell that holds them. */
  openCell(): void {
    const row = this.#rows.length === 1 ? this.#rows[0] : undefined;
    if (row && row.cells.length < IMPORT_LIMITS.cells) row.cells.push([]);
  }

  headerRow(): void {
    const row = this.#rows.at(-1);
    if (row) row.header = true;
  }

  closeRow(): void {
    const row = this.#rows.pop();
    if (!row || this.#rows.length > 0 || !row.cells.some((cell) => cell.length > 0)) return;
    const authors = [...new Set(row.notes.flatMap((part) => part.authors ?? []))];
    const commentIds = [...new Set(row.notes.flatMap((part) => part.commentIds ?? []))];
    this.#push({
      ...{ shape: 'row', level: row.header ? 1 : 0, ordered: false, inline: [], cells: row.cells, kind: null, line: null },
      ...(authors.length > 0 ? { authors } : {}),
      ...(commentIds.length > 0 ? { commentIds } : {}),
    });
  }

  #push(part: ReadPart): void {
    if (this.parts.length >= IMPORT_LIMITS.parts) throw new Unreadable('too_long');
    this.parts.push(part);
  }

  #count(inline: readonly Inline[]): void {
    for (const run of inline) this.#length += run.text.length;
    if (this.#length > IMPORT_LIMITS.text) throw new Unreadable('too_long');
  }
}
