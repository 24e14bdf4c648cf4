import { DOMParser, type ResolvedPos, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { Participant } from '../../participant.ts';
import { cleanPastedText } from './clean-html.ts';

interface Options {
  /** Asked for as it is (Ctrl+Shift+V): every line is a paragraph, and nothing is recognised. */
  plain: boolean;
  view: EditorView;
  participants: readonly Participant[];
}

/** Text from the clipboard as blocks of the notes. One line goes into the line that holds the caret, as it is. */
export function parsePastedText(text: string, $context: ResolvedPos, { plain, view, participants }: Options): Slice {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const { schema } = view.state;
  const page = document.implementation.createHTMLDocument('');
  if (plain || lines.length < 2) for (const line of lines) page.body.appendChild(page.createElement('p')).textContent = line;
  else page.body.innerHTML = cleanPastedText(text, participants);
  return lines.length === 0
    ? Slice.empty
    : DOMParser.fromSchema(schema).parseSlice(page.body, { preserveWhitespace: true, context: $context });
}
