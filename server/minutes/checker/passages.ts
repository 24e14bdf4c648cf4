import { type Entry, type MinutesContent, textOf } from '#app/model/minutes-content.ts';
import type { BlockKind, Inline, NoteBlock } from '#app/model/notes.ts';

/** A text that is read by itself: a title, a speaker's line, a paragraph. The rules look at these, in the order of the page. */
export interface Passage {
  /** Place in the list of passages. */
  index: number;
  /** Where the page can be opened at it. */
  anchor: string;
  /** The paragraph of the notes; null for titles and whatever has no id. */
  blockId: string | null;
  role: 'title' | 'heading' | 'speaker' | 'paragraph' | 'item' | 'cell' | 'person';
  kind: BlockKind;
  text: string;
  links: string[];
  /** Index of the section that it is in. */
  section: number;
  /** A day set by hand, of an action. */
  due: string | null;
}

/** All that minutes say, apart from what repeats it (summary, tables of decisions and actions). */
export function passagesOf(content: MinutesContent): Passage[] {
  const passages: Passage[] = [];
  const add = (passage: Omit<Passage, 'index'>) => {
    passages.push({ ...passage, index: passages.length });
  };
  for (const [section, { anchor, title, entries }] of content.sections.entries()) {
    add({ ...BLANK, section, anchor, role: 'title', text: title });
    for (const entry of entries) addEntry(entry, section, add);
  }
  const people = [...content.annex.present.flatMap((group) => group.people), ...content.annex.excused];
  const section = content.sections.length;
  // as app/minutes/participants-annex.tsx names it
  for (const { name, function: role, organisation } of people)
    add({ ...BLANK, section, anchor: 'annexe', role: 'person', text: [name, role, organisation].filter(Boolean).join(', ') });
  return passages;
}

const BLANK = { blockId: null, kind: 'text', links: [], due: null } as const satisfies Partial<Passage>;
type Add = (passage: Omit<Passage, 'index'>) => void;

function addEntry(entry: Entry, section: number, add: Add): void {
  if (entry.type === 'block') {
    addBlock(entry.block, { section, anchor: entry.anchor, role: 'paragraph' }, add);
    return;
  }
  const { anchor, speaker, blocks } = entry;
  const line = [speaker.name, speaker.function, speaker.organisation].filter(Boolean).join(', ');
  add({ ...BLANK, section, anchor, blockId: blockIdOf(anchor), role: 'speaker', kind: 'turn', text: line });
  for (const block of blocks) {
    // as app/minutes/minutes-body.tsx names them
    const own = block.type === 'paragraph' && block.id ? `b-${block.id}` : anchor;
    addBlock(block, { section, anchor: own, role: 'paragraph' }, add);
  }
}

function addBlock(block: NoteBlock, at: Pick<Passage, 'section' | 'anchor' | 'role'>, add: Add): void {
  switch (block.type) {
    case 'paragraph':
      add({ ...at, ...words(block.inline), blockId: block.id || null, kind: block.kind, due: block.due });
      break;
    case 'heading':
      add({ ...BLANK, ...at, ...words(block.inline), role: 'heading' });
      break;
    case 'list':
      for (const inner of block.items.flat()) addBlock(inner, { ...at, role: 'item' }, add);
      break;
    case 'quote':
      for (const inner of block.blocks) addBlock(inner, at, add);
      break;
    case 'table':
      for (const cell of block.rows.flat()) for (const inner of cell.blocks) addBlock(inner, { ...at, role: 'cell' }, add);
      break;
    case 'rule':
      break;
  }
}

function words(inline: readonly Inline[]): Pick<Passage, 'text' | 'links'> {
  return { text: textOf(inline), links: inline.flatMap(({ href }) => (href === undefined ? [] : [href])) };
}

/** Anchors of turns are their block's id behind 'b-' (anchors.ts). */
function blockIdOf(anchor: string): string | null {
  return anchor.startsWith('b-') ? anchor.slice(2) : null;
}
