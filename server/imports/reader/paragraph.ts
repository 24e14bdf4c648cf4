import { IMPORT_LIMITS } from '#app/model/imports.ts';
import type { BlockKind, Inline } from '#app/model/notes.ts';
import { trimRuns } from '../propose/runs.ts';
import { webAddress } from '../read-marks.ts';
import type { ReadPart } from './read-fault.ts';
import { Unreadable } from './read-fault.ts';
import { mendSymbols } from './symbols.ts';

export interface Look {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  href?: string | undefined;
}

/** A paragraph of a word processor's file while it is read. */
export class OpenParagraph {
  shape: ReadPart['shape'] = 'paragraph';
  level = 0;
  ordered = false;
  kind: BlockKind | null = null;
  readonly bookmarks: string[] = [];
  readonly authors = new Set<string>();
  readonly commentIds: string[] = [];
  readonly #now: Inline[] = [];
  readonly #before: Inline[] = [];
  #changed = false;

  /** `change`: tracked, and not yet accepted; the words that were taken out are not what the document says. */
  add(text: string, look: Look, change: { kind: 'inserted' | 'deleted'; author: string } | null): void {
    if (text === '') return;
    const run: Inline = { text: mendSymbols(text) };
    if (look.bold) run.bold = true;
    if (look.italic) run.italic = true;
    if (look.underline) run.underline = true;
    const href = look.href === undefined ? undefined : webAddress(look.href);
    if (href) run.href = href;
    if (change?.kind !== 'deleted') append(this.#now, run);
    if (change?.kind !== 'inserted') append(this.#before, run);
    if (!change) return;
    this.#changed = true;
    if (change.author) this.authors.add(change.author);
  }

  /** Nothing was ever written in it. */
  get isEmpty(): boolean {
    return this.#now.length + this.#before.length === 0;
  }

  get inline(): Inline[] {
    return trimRuns(this.#now);
  }

  finish(): ReadPart {
    const inline = this.inline;
    if (inline.reduce((sum, run) => sum + run.text.length, 0) > IMPORT_LIMITS.partText) throw new Unreadable('too_long');
    const part: ReadPart = { shape: this.shape, level: this.level, ordered: this.ordered, inline, cells: [], kind: this.kind, line: null };
    if (this.bookmarks.length > 0) part.bookmarks = this.bookmarks;
    if (this.commentIds.length > 0) part.commentIds = [...new Set(this.commentIds)];
    if (this.#changed) Object.assign(part, { before: trimRuns(this.#before), authors: [...this.authors] });
    return part;
  }
}

function append(runs: Inline[], run: Inline): void {
  const last = runs.at(-1);
  const same = last && last.bold === run.bold && last.italic === run.italic && last.underline === run.underline && last.href === run.href;
  if (same) last.text += run.text;
  else runs.push({ ...run });
}
