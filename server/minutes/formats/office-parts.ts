import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Edition, Entry } from '#app/model/minutes-content.ts';
import type { Inline, NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import { bookmarkOf } from './bookmarks.ts';
import { speakerLine } from './minutes-words.ts';
import type { Part, PartStyle } from './office-document.ts';

const fr = { locale: 'fr' } as const;
// XML 1.0, section 2.2; U+FFFE and U+FFFF are what word processors refuse besides
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const plain = (text: string): Inline[] => (text ? [{ text }] : []);
/** Ready to be shown, and without what no XML holds. */
export const clean = (text: string) => frenchSpaces(text.toWellFormed().replace(FORBIDDEN, ''));
const LABELS = {
  takeaway: m.minutes_takeaway,
  decision: m.minutes_decision,
  action: m.minutes_action,
  proposal: m.minutes_proposal,
  question: m.minutes_question,
  caution: m.minutes_caution,
  agreement: m.minutes_agreement,
};

/** Collects the parts; blocks inside others are laid flat, as word processors hold them. */
export class Parts {
  readonly list: Part[] = [];
  private lists = 0;
  private readonly indexed: boolean;

  /** `indexed`: what people said is named by its anchor; paragraphs of the notes have no name. */
  constructor(indexed = false) {
    this.indexed = indexed;
  }

  add(style: PartStyle | Part, inline: readonly Inline[] = [], bookmark?: string): void {
    if (typeof style !== 'string') this.list.push(style);
    else {
      const label = style in LABELS ? [{ text: `${LABELS[style as keyof typeof LABELS]({}, fr)} : `, bold: true as const }] : [];
      this.list.push({ type: 'paragraph', style, inline: cleaned([...label, ...inline]), ...(bookmark && { bookmark }) });
    }
  }

  line(style: PartStyle, text: string): void {
    this.add(style, plain(text));
  }

  fact(term: string, text: string): void {
    if (text) this.add('fact', [{ text: `${term} : `, bold: true }, { text }]);
  }

  table(widths: number[], head: string[], rows: Inline[][][]): void {
    this.add({ type: 'table', widths, head: head.map((cell) => cleaned(plain(cell))), rows: rows.map((row) => row.map(cleaned)) });
  }

  /** A list with one line for each item. */
  itemised(items: readonly Inline[][], ordered = false): void {
    this.lists += 1;
    const list = this.lists;
    for (const inline of items) this.add({ type: 'item', ordered, list, level: 0, first: true, inline: cleaned(inline) });
  }

  entry(entry: Entry, edition: Edition): void {
    if (entry.type === 'block') {
      if (edition === 'internal' && entry.attribution === 'internal') this.line('fact', m.minutes_internal({}, fr));
      this.block(entry.block);
      return;
    }
    this.add('heading2', plain(speakerLine(entry, edition)), this.indexed ? entry.anchor : undefined);
    for (const block of entry.blocks) this.block(block);
  }

  private block(block: NoteBlock, style: PartStyle = 'text'): void {
    switch (block.type) {
      case 'paragraph':
        this.add(styleOf(block, style), block.inline, this.indexed ? undefined : bookmarkOf(block.id));
        break;
      case 'heading':
        this.add('heading3', block.inline);
        break;
      case 'quote':
        for (const inner of block.blocks) this.block(inner, 'quote');
        break;
      case 'rule':
        this.add({ type: 'rule' });
        break;
      case 'list':
        this.items(block, 0);
        break;
      case 'table':
        this.notesTable(block);
        break;
    }
  }

  private items({ ordered, items }: NoteBlock & { type: 'list' }, level: number): void {
    this.lists += 1;
    const list = this.lists;
    for (const item of items) {
      let first = true;
      for (const block of item) {
        if (block.type === 'list') this.items(block, level + 1);
        else {
          const bookmark = block.type === 'paragraph' && !this.indexed ? { bookmark: bookmarkOf(block.id) } : {};
          this.add({ type: 'item', ordered, list, level, first, inline: cleaned(wordsOf(block)), ...bookmark });
        }
        first = false;
      }
    }
  }

  private notesTable({ rows }: NoteBlock & { type: 'table' }): void {
    const columns = Math.max(...rows.map((row) => row.length), 0);
    if (columns === 0) return;
    const cells = rows.map((row) =>
      Array.from({ length: columns }, (_, index) => cleaned(joined((row[index]?.blocks ?? []).map(wordsOf)))),
    );
    const headed = rows.length > 1 && rows[0]?.every(({ header }) => header) === true;
    this.add({
      ...{ type: 'table', widths: Array.from({ length: columns }, () => 1) },
      ...{ head: headed ? (cells[0] ?? null) : null, rows: headed ? cells.slice(1) : cells },
    });
  }
}

function styleOf({ kind }: NoteParagraph, otherwise: PartStyle): PartStyle {
  return kind === 'text' || kind === 'turn' ? otherwise : kind;
}

/** The words of a block where only words can stand (in a cell, in an item), a line for each paragraph in it. */
function wordsOf(block: NoteBlock): Inline[] {
  switch (block.type) {
    case 'paragraph': {
      const label = block.kind in LABELS ? [{ text: `${LABELS[block.kind as keyof typeof LABELS]({}, fr)} : `, bold: true as const }] : [];
      return [...label, ...block.inline];
    }
    case 'heading':
      return block.inline.map((run) => ({ ...run, bold: true }));
    case 'list':
      return joined(block.items.map((item, index) => [{ text: block.ordered ? `${index + 1}. ` : '• ' }, ...joined(item.map(wordsOf))]));
    case 'quote':
      return joined(block.blocks.map(wordsOf));
    case 'table':
      return joined(
        block.rows.map((row) =>
          joined(
            row.map((cell) => joined(cell.blocks.map(wordsOf))),
            ' | ',
          ),
        ),
      );
    case 'rule':
      return [];
  }
}

function joined(lines: Inline[][], between = '\n'): Inline[] {
  return lines.filter((line) => line.length > 0).flatMap((line, index) => (index === 0 ? line : [{ text: between }, ...line]));
}

function cleaned(inline: readonly Inline[]): Inline[] {
  return inline.map((run) => ({ ...run, text: clean(run.text) })).filter(({ text }) => text !== '');
}
