import { m } from '#app/messages/compiled/messages.js';
import { blockText, type MinutesContent } from '#app/model/minutes-content.ts';
import type { Inline, NoteBlock, NoteTableCell } from '#app/model/notes.ts';
import { isRightToLeft, type TypstRun, typstRuns, typstText } from './typst-text.ts';

export interface TypstCell {
  blocks: TypstBlock[];
  /** May be cut by the end of a page: it would not fit on one. */
  long: boolean;
}

export interface TypstTable {
  type: 'table';
  /** Shares of the line. */
  widths: number[];
  head: TypstCell[] | null;
  rows: TypstCell[][];
  /** On a page of its own, lying on its side. */
  wide: boolean;
}

/** `a`: the name under which links in the document find it. */
export type TypstBlock =
  | { type: 'text'; inline: TypstRun[]; rtl: boolean; a?: string }
  | { type: 'heading'; level: number; inline: TypstRun[]; a?: string }
  | { type: Labelled; label: string; inline: TypstRun[]; more?: string; a?: string }
  | { type: 'list'; ordered: boolean; items: TypstBlock[][] }
  | { type: 'quote'; blocks: TypstBlock[] }
  | TypstTable
  | { type: 'rule' };

const LABELS = {
  takeaway: m.minutes_takeaway,
  decision: m.minutes_decision,
  action: m.minutes_action,
  proposal: m.minutes_proposal,
  question: m.minutes_question,
  caution: m.minutes_caution,
  agreement: m.minutes_agreement,
};
type Labelled = keyof typeof LABELS;

const fr = { locale: 'fr' } as const;
/** Deeper lists and quotations are laid flat: their text would have no width left. */
const DEEPEST = 8;
/** Most columns on an upright page. */
const UPRIGHT_COLUMNS = 8;
/** Characters of a cell that surely fit on one page. */
const LONG_CELL = 900;

/** Turns blocks of the notes into those of the template; levels of headings never skip one (ISO 14289-1, 7.4.2). */
export class TypstBlocks {
  private level = 0;
  private readonly used = new Set<string>();
  private readonly numbers: ReadonlyMap<string, { number: string; more?: string }>;

  readonly edition: MinutesContent['edition'];

  constructor({ edition, decisions, actions }: Pick<MinutesContent, 'edition' | 'decisions' | 'actions'>, day: (iso: string) => string) {
    this.edition = edition;
    this.numbers = new Map([
      ...decisions.map(({ blockId, number }) => [blockId, { number }] as const),
      ...actions.map(
        ({ blockId, number, assignee, due }) =>
          [blockId, { number, more: typstText([assignee, due ? day(due) : ''].filter(Boolean).join(', ')) }] as const,
      ),
    ]);
  }

  /** The level for a heading that would like to be of `wanted`. */
  headingLevel(wanted: number): number {
    this.level = Math.min(wanted, this.level + 1);
    return this.level;
  }

  /** The name of a place, once: `{}` when it was given away already, or there is none. */
  anchor(name: string | undefined): { a?: string } {
    if (!name || this.used.has(name)) return {};
    this.used.add(name);
    return { a: name };
  }

  has(anchor: string | null): anchor is string {
    return anchor !== null && this.used.has(anchor);
  }

  block(
    block: NoteBlock,
    { anchor, depth = 0, widest }: { anchor?: string | undefined; depth?: number; widest?: number } = {},
  ): TypstBlock[] {
    const inner = (blocks: readonly NoteBlock[]) =>
      blocks.flatMap((each) => this.block(each, { depth: depth + 1, ...(widest ? { widest } : {}) }));
    switch (block.type) {
      case 'paragraph': {
        const inline = typstRuns(block.inline, widest);
        if (inline.length === 0) return [];
        const named = this.anchor(anchor ?? (block.id ? `b-${block.id}` : undefined));
        if (block.kind === 'text' || block.kind === 'turn') return [{ type: 'text', inline, rtl: isRightToLeft(block.inline), ...named }];
        const { number, more } = this.numbers.get(block.id) ?? {};
        const label = `${LABELS[block.kind]({}, fr)}${number ? `\u00A0${number}` : ''}\u00A0:`;
        return [{ type: block.kind, label, inline, ...(more ? { more } : {}), ...named }];
      }
      case 'heading': {
        const inline = typstRuns(block.inline);
        if (inline.length === 0) return [];
        // in a cell or a quotation it would stand in no outline
        if (depth > 0) return [{ type: 'text', inline: inline.map((run) => ({ ...run, b: true })), rtl: isRightToLeft(block.inline) }];
        return [{ type: 'heading', level: this.headingLevel(block.level), inline, ...this.anchor(anchor) }];
      }
      case 'list':
        if (depth >= DEEPEST) return block.items.flatMap(inner);
        return block.items.length > 0 ? [{ type: 'list', ordered: block.ordered, items: block.items.map(inner) }] : [];
      case 'quote':
        return depth >= DEEPEST ? inner(block.blocks) : [{ type: 'quote', blocks: inner(block.blocks) }];
      case 'table':
        return this.table(block.rows, depth);
      case 'rule':
        return [{ type: 'rule' }];
    }
  }

  private table(rows: readonly NoteTableCell[][], depth: number): TypstBlock[] {
    const columns = Math.max(0, ...rows.map((row) => row.length));
    if (columns === 0) return [];
    // a table in a table: a line for each row
    if (depth > 0) return rows.map((row) => ({ type: 'text', inline: typstRuns([{ text: row.map(wordsOf).join(' | ') }]), rtl: false }));
    const widest = Math.max(6, Math.floor((columns > UPRIGHT_COLUMNS ? 150 : 84) / columns));
    const cells = rows.map((row) => {
      // one cell that may be cut and one that may not would leave the row whole, and out of the page
      const long = row.some((cell) => wordsOf(cell).length > LONG_CELL / Math.max(1, columns / 3));
      const fill = (block: NoteBlock) => this.block(block, { depth: DEEPEST - 2, widest });
      return Array.from({ length: columns }, (_, index): TypstCell => ({ blocks: row[index]?.blocks.flatMap(fill) ?? [], long }));
    });
    const headed = rows.length > 1 && rows[0]?.every(({ header }) => header) === true;
    const widths = Array.from({ length: columns }, () => 1);
    return [
      {
        type: 'table',
        widths,
        head: headed ? (cells[0] ?? null) : null,
        rows: headed ? cells.slice(1) : cells,
        wide: columns > UPRIGHT_COLUMNS,
      },
    ];
  }
}

/** A table that we write ourselves: of words, with a header row. */
export function tableOf(widths: number[], head: string[], rows: Inline[][][]): TypstTable {
  const lengthOf = (inline: Inline[]) => inline.reduce((sum, { text }) => sum + text.length, 0);
  const cells = (row: Inline[][]) => {
    const long = row.some((inline) => lengthOf(inline) > LONG_CELL);
    return row.map(
      (inline): TypstCell => ({
        blocks: inline.length > 0 ? [{ type: 'text', inline: typstRuns(inline, 24), rtl: isRightToLeft(inline) }] : [],
        long,
      }),
    );
  };
  return { type: 'table', widths, head: cells(head.map((text) => [{ text }])), rows: rows.map(cells), wide: false };
}

function wordsOf({ blocks }: NoteTableCell): string {
  return blocks.map(blockText).join(' ');
}
