import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { AnnexPerson, Entry, MinutesContent } from '#app/model/minutes-content.ts';
import type { Inline, NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { VersionFacts } from './version-facts.ts';

/** Named styles of an office document; readers find them, and may change them, in their word processor's list of styles. */
export type PartStyle =
  | 'organisation'
  | 'title'
  | 'fact'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'text'
  | 'quote'
  | 'takeaway'
  | 'decision'
  | 'action'
  | 'proposal'
  | 'question'
  | 'caution'
  | 'agreement'
  | 'notice';

/** What an office document is made of, from top to bottom. Text is ready to be shown: spaces are French, no character is forbidden in XML. */
export type Part =
  | { type: 'paragraph'; style: PartStyle; inline: Inline[] }
  /** `level` from 0; `list` tells one numbered list from the next; `first`: the item has its bullet or number here. */
  | { type: 'item'; ordered: boolean; list: number; level: number; first: boolean; inline: Inline[] }
  /** `widths`: shares of the line. Every row has as many cells as there are widths. */
  | { type: 'table'; widths: number[]; head: Inline[][] | null; rows: Inline[][][] }
  | { type: 'rule' };

export interface OfficeDocument {
  title: string;
  /** Who publishes: the group, never a person. */
  publisher: string;
  /** Language of the text (BCP 47). */
  language: string;
  /** Under each page, before its number. */
  footer: string;
  parts: Part[];
}

const fr = { locale: 'fr' } as const;
// XML 1.0, section 2.2; U+FFFE and U+FFFF are what word processors refuse besides
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The minutes as an office document, from which DOCX and ODT are written: both say the same. */
export function toOfficeDocument(content: MinutesContent, facts: VersionFacts): OfficeDocument {
  const { meeting, highlights, sections, decisions, actions } = content;
  const parts = new Parts();
  parts.line('organisation', meeting.group.name);
  parts.line('title', meeting.title);
  parts.fact(m.minutes_date({}, fr), facts.when);
  parts.fact(m.minutes_place({}, fr), meeting.place);
  parts.fact(m.minutes_facilitation({}, fr), meeting.facilitators.join(', '));
  parts.line('fact', facts.line);
  if (highlights.length > 0) {
    parts.line('heading1', m.minutes_highlights({}, fr));
    for (const { inline } of highlights) parts.add('takeaway', inline);
  }
  for (const section of sections) {
    parts.line('heading1', section.title);
    for (const entry of section.entries) parts.entry(entry);
  }
  if (decisions.length > 0) {
    parts.line('heading1', m.minutes_decisions({}, fr));
    const head = [m.minutes_number({}, fr), m.minutes_decision({}, fr)];
    parts.table(
      [1, 9],
      head,
      decisions.map(({ number, inline }) => [plain(number), inline]),
    );
  }
  if (actions.length > 0) {
    parts.line('heading1', m.minutes_actions({}, fr));
    const head = [m.minutes_number({}, fr), m.minutes_action({}, fr), m.minutes_who({}, fr), m.minutes_due({}, fr)];
    const rows = actions.map(({ number, inline, assignee, due }) => [
      ...[plain(number), inline],
      plain(assignee || m.minutes_unassigned({}, fr)),
      plain(due ? facts.day(due) : m.minutes_untyped_due({}, fr)),
    ]);
    parts.table([1, 5, 2, 2], head, rows);
  }
  annexOf(parts, content);
  parts.add({ type: 'rule' });
  for (const line of facts.proof.split('\n')) parts.line('notice', line);
  const title = clean(meeting.title);
  return { title, publisher: clean(meeting.group.name), language: 'fr-FR', footer: clean(facts.line), parts: parts.list };
}

function annexOf(parts: Parts, { annex: { present, excused } }: MinutesContent): void {
  const people = present.flatMap((group) => group.people);
  if (people.length + excused.length === 0) return;
  parts.line('heading1', m.minutes_annex({}, fr));
  const head = [m.minutes_organisation({}, fr), m.minutes_name({}, fr), m.minutes_function({}, fr)];
  if (people.length > 0) parts.table([4, 3, 4], head, people.map(rowOf));
  if (excused.length > 0)
    parts.fact(m.minutes_excused({}, fr), excused.map(({ name, organisation }) => `${name} (${organisation})`).join(', '));
}

function rowOf({ organisation, name, function: role, represents }: AnnexPerson): Inline[][] {
  return [plain(organisation), plain(represents ? m.minutes_represents({ name, represents }, fr) : name), plain(role)];
}

const plain = (text: string): Inline[] => (text ? [{ text }] : []);
const clean = (text: string) => frenchSpaces(text.toWellFormed().replace(FORBIDDEN, ''));
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
class Parts {
  readonly list: Part[] = [];
  private lists = 0;

  add(style: PartStyle | Part, inline: readonly Inline[] = []): void {
    if (typeof style !== 'string') this.list.push(style);
    else {
      const label = style in LABELS ? [{ text: `${LABELS[style as keyof typeof LABELS]({}, fr)} : `, bold: true as const }] : [];
      this.list.push({ type: 'paragraph', style, inline: cleaned([...label, ...inline]) });
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

  entry(entry: Entry): void {
    if (entry.type === 'block') {
      this.block(entry.block);
      return;
    }
    const { name, function: role, organisation } = entry.speaker;
    this.add('heading2', plain([name, role, organisation].filter(Boolean).join(', ')));
    for (const block of entry.blocks) this.block(block);
  }

  private block(block: NoteBlock, style: PartStyle = 'text'): void {
    switch (block.type) {
      case 'paragraph':
        this.add(styleOf(block, style), block.inline);
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
        else this.add({ type: 'item', ordered, list, level, first, inline: cleaned(wordsOf(block)) });
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
