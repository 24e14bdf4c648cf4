import type { NoteBlock, NoteSection } from '#app/model/notes.ts';
import type { Room, ShownRecord } from './room.ts';
import { createStore } from './store.ts';
import { useStore } from './use-room.ts';

/** Decisions, actions and proposals of the notes as the server read them. */
export function writtenRecords(sections: readonly NoteSection[]): ShownRecord[] {
  return sections.flatMap(({ agendaItemId, blocks }) => blocks.flatMap((block) => recordOf(block, agendaItemId)));
}

function recordOf(block: NoteBlock, agendaItemId: string): ShownRecord[] {
  if (block.type !== 'paragraph' || (block.kind !== 'decision' && block.kind !== 'action' && block.kind !== 'proposal')) return [];
  const text = block.inline
    .map((part) => part.text)
    .join('')
    .trim();
  return text ? [{ agendaItemId, blockId: block.id, kind: block.kind, text, assignee: block.assignee, due: block.due }] : [];
}

const NONE_YET = createStore<ShownRecord[] | null>(null);

/** The same as they are being written, once the notes are live. */
export function useRecords(room: Room | null, sections: readonly NoteSection[]): readonly ShownRecord[] {
  return useStore(room?.records ?? NONE_YET) ?? writtenRecords(sections);
}
