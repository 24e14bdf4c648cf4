import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** A day's transcript, some hundred pages; the notes of one meeting hold twenty times that (server/notes/note-log.ts). */
export const MAX_PASTED_CHARACTERS = 200_000;
/** Word writes ten characters of markup for one of text. */
const MAX_PASTED_HTML = 20 * MAX_PASTED_CHARACTERS;

/** Leaves out what is too long to paste at once, before anything reads it; it is still in the clipboard. */
export function pasteLimit(onTooLong: (characters: number) => void): Extension {
  const isTooLong = (data: DataTransfer | null) => {
    const [text, html] = ['text/plain', 'text/html'].map((type) => data?.getData(type).length ?? 0);
    const tooLong = (text ?? 0) > MAX_PASTED_CHARACTERS || (html ?? 0) > MAX_PASTED_HTML;
    if (tooLong) onTooLong(text || html || 0);
    return tooLong;
  };
  return Extension.create({
    name: 'pasteLimit',
    priority: 10_000,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_view, event) => isTooLong(event.clipboardData) && stop(event),
            drop: (_view, event) => isTooLong(event.dataTransfer) && stop(event),
          },
        },
      }),
    ],
  });
}

function stop(event: Event): true {
  event.preventDefault();
  return true;
}
