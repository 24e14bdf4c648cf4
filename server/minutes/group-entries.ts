import type { Entry, Intervention } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { nameKey } from '#app/model/text.ts';

export interface Speaker {
  name: string;
  function: string;
  organisation: string;
}

/**
 * Notes are flat, so that two people can edit them at once; minutes are read as interventions.
 * A turn runs until the next turn, a heading, a table, a decision or an action.
 * `speakers` are the attendees by id; a turn of somebody who is not among them keeps the words that were typed:
 * « Prénom Nom, fonction, organisme : ».
 */
export function groupEntries(
  blocks: readonly NoteBlock[],
  speakers: ReadonlyMap<string, Speaker>,
  anchorOf: (block: NoteBlock) => string,
): Entry[] {
  const entries: Entry[] = [];
  let open: Intervention | null = null;
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.kind === 'turn') {
      open = { type: 'intervention', anchor: anchorOf(block), speaker: speakerOf(block, speakers), attribution: 'name', blocks: [] };
      entries.push(open);
    } else if (endsTurn(block)) {
      open = null;
      entries.push({ type: 'block', anchor: anchorOf(block), attribution: 'name', block });
    } else if (open) {
      if (!isBlank(block)) open.blocks.push(block);
    } else if (!isBlank(block)) {
      entries.push({ type: 'block', anchor: anchorOf(block), attribution: 'name', block });
    }
  }
  return entries.filter((entry, index) => entry.type === 'block' || saysSomething(entry, entries[index + 1]));
}

/** A turn that nobody filled leaves nothing behind, unless the decision or action that follows is what was said. */
function saysSomething(intervention: Intervention, next: Entry | undefined): boolean {
  if (intervention.blocks.length > 0) return true;
  const named = intervention.speaker.name !== '';
  return named && next?.type === 'block' && next.block.type === 'paragraph' && endsTurn(next.block);
}

function endsTurn(block: NoteBlock): boolean {
  if (block.type === 'heading' || block.type === 'table') return true;
  return block.type === 'paragraph' && (block.kind === 'decision' || block.kind === 'action');
}

function isBlank(block: NoteBlock): boolean {
  return block.type === 'paragraph' && block.inline.every((run) => run.text.trim() === '');
}

type Turn = NoteBlock & { type: 'paragraph' };

/**
 * The attendee (a key of `speakers`) to whom a turn belongs; null for somebody who is not among them. Whoever writes
 * another name over the one that was picked means that other person: words are never put into the wrong mouth.
 */
export function speakerIdOf(turn: Turn, speakers: ReadonlyMap<string, Speaker>): string | null {
  const known = turn.speakerId ? speakers.get(turn.speakerId) : undefined;
  if (!known) return null;
  const words = new Set(nameKey(typedName(turn)).split(' '));
  return nameKey(known.name)
    .split(' ')
    .some((word) => words.has(word))
    ? turn.speakerId
    : null;
}

function speakerOf(turn: Turn, speakers: ReadonlyMap<string, Speaker>): Speaker {
  const id = speakerIdOf(turn, speakers);
  const known = id ? speakers.get(id) : undefined;
  if (known) return known;
  const typed = typedName(turn)
    .replace(/\s*:\s*$/, '')
    .trim();
  const [name = '', ...rest] = typed.split(/,\s*/);
  return { name, function: rest.join(', '), organisation: '' };
}

function typedName(turn: Turn): string {
  return turn.inline.map((run) => run.text).join('');
}
