import type { Room } from '#app/notes/room.ts';

const PATIENCE_MS = 5000;

interface Place {
  agendaItemId: string;
  /** The block that names the speaker. */
  blockId: string;
}

/** Puts the caret on the line below a speaker's name, as soon as that block, which the server writes, has come. */
export function goToSpeaker(room: Room | null, place: Place): void {
  if (!room || writeBelow(room, place)) return;
  const { doc } = room.connection;
  const stop = () => {
    doc.off('update', look);
    clearTimeout(timer);
  };
  // once the editor has drawn the update
  const look = () => void requestAnimationFrame(() => writeBelow(room, place) && stop());
  const timer = setTimeout(stop, PATIENCE_MS);
  doc.on('update', look);
}

/** False: the block is not there yet. On a phone, where the notes are not in sight, the caret stays where it is. */
function writeBelow(room: Room, { agendaItemId, blockId }: Place): boolean {
  const editor = room.editorOf(agendaItemId);
  if (!editor || editor.isDestroyed) return false;
  let below: number | null = null;
  editor.state.doc.forEach((node, at) => {
    if (node.attrs.id === blockId) below = at + node.nodeSize + 1;
  });
  if (below === null) return false;
  if (editor.isEditable && editor.view.dom.offsetParent !== null) {
    editor.chain().setTextSelection(below).focus(null, { scrollIntoView: true }).run();
  }
  return true;
}
