import type { ImportDraft, ImportedPiece } from '#app/model/imports.ts';
import type { BlockKind, Inline, NoteBlock, NoteParagraph } from '#app/model/notes.ts';

export interface DraftSection {
  /** Of the piece that titles it; '' before the first title. */
  pieceId: string;
  title: string;
  blocks: NoteBlock[];
}

interface Naming {
  /** The id that a paragraph gets; `key` is unique in the draft. */
  idOf: (key: string) => string;
  /** The attendance of an attendee of the draft; null: not taken over. */
  attendanceOf: (attendeeId: string) => string | null;
  /** The line by which minutes name somebody who speaks. */
  lineOf: (attendeeId: string) => string;
}

/** Most characters of one list or table: the notes take up what is added in pieces. */
const MOST_OF_RUN = 40_000;

const AS_IN_DRAFT: Naming = { idOf: (key) => key, attendanceOf: (id) => id, lineOf: () => '' };

/** The notes that the pieces of a draft make, point by point, in order. What stands before the first title is a point without title. */
export function draftSections(draft: Pick<ImportDraft, 'pieces' | 'attendees'>, naming: Partial<Naming> = {}): DraftSection[] {
  const lineOf = (id: string) => speakerLine(draft.attendees.find((one) => one.id === id));
  const names = { ...AS_IN_DRAFT, lineOf, ...naming };
  const sections: DraftSection[] = [];
  let run: ImportedPiece[] = [];
  const here = () => {
    const last = sections.at(-1) ?? { pieceId: '', title: '', blocks: [] };
    if (sections.length === 0) sections.push(last);
    return last;
  };
  const endRun = () => {
    if (run.length > 0) here().blocks.push(run[0]?.kind === 'row' ? tableOf(run, names) : listOf(run, names));
    run = [];
  };
  for (const piece of draft.pieces) {
    if (piece.kind === 'out') continue;
    if (
      run[0]?.kind !== piece.kind ||
      (piece.kind === 'item' && piece.level === 0 && run[0].ordered !== piece.ordered) ||
      weightOf(run) > MOST_OF_RUN
    )
      endRun();
    if (piece.kind === 'item' || piece.kind === 'row') run.push(piece);
    else if (piece.kind === 'section') sections.push({ pieceId: piece.id, title: textIn(piece.inline), blocks: [] });
    else if (piece.kind === 'heading') here().blocks.push({ type: 'heading', level: 3, inline: piece.inline });
    else if (piece.kind === 'told') here().blocks.push(...toldBlocks(piece, names));
    else here().blocks.push(paragraphOf(piece, piece.kind, names));
  }
  endRun();
  return sections;
}

function weightOf(run: readonly ImportedPiece[]): number {
  return run.reduce((sum, { inline, cells }) => sum + textIn(inline).length + cells.reduce((all, cell) => all + textIn(cell).length, 0), 0);
}

function speakerLine(who: ImportDraft['attendees'][number] | undefined): string {
  if (!who) return '';
  const place = [who.function, who.organisation].filter(Boolean).join(', ');
  return [`${who.givenName} ${who.familyName}`.trim(), place].filter(Boolean).join(', ');
}

function textIn(inline: readonly Inline[]): string {
  return inline
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function paragraphOf(piece: ImportedPiece, kind: BlockKind, names: Naming): NoteParagraph {
  const turn = kind === 'turn';
  const action = kind === 'action';
  return {
    type: 'paragraph',
    id: names.idOf(piece.id),
    kind,
    inline: piece.inline,
    speakerId: turn && piece.speakerId ? names.attendanceOf(piece.speakerId) : null,
    assigneeId: null,
    assignee: action ? piece.assignee : '',
    due: action ? piece.due : null,
  };
}

/** The line that says who speaks, which the paper did not have, and the paragraph as it is. */
function toldBlocks(piece: ImportedPiece, names: Naming): NoteBlock[] {
  const text = paragraphOf(piece, 'text', names);
  if (!piece.speakerId) return [text];
  const line = names.lineOf(piece.speakerId);
  const turn = paragraphOf({ ...piece, id: `${piece.id}.turn`, inline: [{ text: line }] }, 'turn', names);
  return line === '' ? [text] : [turn, text];
}

function listOf(run: readonly ImportedPiece[], names: Naming): NoteBlock {
  const [first] = run;
  const floor = Math.min(...run.map((piece) => piece.level));
  const items: NoteBlock[][] = [];
  let inner: ImportedPiece[] = [];
  const endInner = () => {
    if (inner.length > 0) items.at(-1)?.push(listOf(inner, names));
    inner = [];
  };
  for (const piece of run) {
    // an inner item that nothing stands above is an item of this list
    if (piece.level > floor && items.length > 0) {
      inner.push(piece);
      continue;
    }
    endInner();
    items.push([paragraphOf(piece, 'text', names)]);
  }
  endInner();
  return { type: 'list', ordered: first?.ordered ?? false, items };
}

function tableOf(run: readonly ImportedPiece[], names: Naming): NoteBlock {
  const columns = Math.max(...run.map((piece) => piece.cells.length), 1);
  const rows = run.map((piece) =>
    Array.from({ length: columns }, (_, column) => {
      const inline = piece.cells[column] ?? [];
      const cell: ImportedPiece = { ...piece, id: `${piece.id}.${column}`, inline };
      return { header: piece.level === 1, blocks: [paragraphOf(cell, 'text', names)] };
    }),
  );
  return { type: 'table', rows };
}
