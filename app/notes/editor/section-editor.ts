import { Editor } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { type EditorState, Selection } from '@tiptap/pm/state';
import { relativePositionToAbsolutePosition, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { m } from '#app/messages/compiled/messages.js';
import { NODES, sectionName } from '#app/model/notes.ts';
import type { NotesConnection } from '../notes-connection.ts';
import type { Participant } from '../participant.ts';
import { BlockIds } from './block-ids.ts';
import { BlockInput } from './block-input.ts';
import type { CaretMenu } from './caret-menu.ts';
import { caretMenuExtension } from './caret-menu-plugin.ts';
import { caretsExtension } from './carets.ts';
import { compositionExtension } from './composition.ts';
import { depthGuard } from './depth-guard.ts';
import { keepSelection } from './keep-selection.ts';
import { type KeysOptions, keysExtension } from './keys.ts';
import { type MarginOptions, marginExtension } from './margin.ts';
import type { MarginNote } from './margin-elements.ts';
import { cleanPastedHtml } from './paste/clean-html.ts';
import { parsePastedText } from './paste/parse-text.ts';
import { pasteLimit } from './paste/paste-limit.ts';
import { INPUT_RULES, nodesAndMarks } from './schema.ts';
import { undoInOrder } from './undo-in-order.ts';
import { UndoSteps } from './undo-steps.ts';
import { writeGuard } from './write-guard.ts';

export interface SectionOptions {
  element: HTMLElement;
  agendaItemId: string;
  /** Title of the agenda point: names the text box. */
  title: string;
  /** Language of the notes. */
  lang: string;
  connection: NotesConnection;
  /** Whether one may type here now. */
  mayWrite(): boolean;
  menu: CaretMenu;
  participants(): readonly Participant[];
  today(): string;
  isWaiting(blockId: string | null): boolean;
  editAction(blockId: string): void;
  supportOf: MarginOptions['supportOf'];
  onFocus(editor: Editor): void;
  /** Something was not pasted because it is too long. */
  onTooLong(characters: number): void;
  announce: KeysOptions['announce'];
  showKeys(): void;
}

/** One editor a section, on its own fragment of the shared document. */
export function createSectionEditor(options: SectionOptions): Editor {
  const { connection, agendaItemId, element } = options;
  const fragment = connection.doc.getXmlFragment(sectionName(agendaItemId));
  const holder = {};
  const editor: Editor = new Editor({
    element,
    editable: options.mayWrite(),
    injectCSS: false,
    enableInputRules: INPUT_RULES,
    enablePasteRules: false,
    extensions: [
      ...nodesAndMarks,
      // What one made is not taken back by an undo while a colleague's words are in it.
      Collaboration.configure({ fragment, yUndoOptions: { protectedNodes: new Set(NODES) } }),
      keepSelection((look) => connection.incoming.before(look)),
      UndoSteps,
      BlockIds,
      writeGuard(options.mayWrite),
      BlockInput,
      caretMenuExtension(options),
      keysExtension({
        occupied: (block) => writersIn(editor.state, connection).has(block.index),
        online: () => connection.state.get().kind === 'saved' || connection.state.get().kind === 'saving',
        announce: options.announce,
        showKeys: options.showKeys,
      }),
      marginExtension({
        writers: (state) => writersIn(state, connection),
        isWaiting: options.isWaiting,
        editAction: options.editAction,
        supportOf: options.supportOf,
        personOf: (id) => options.participants().find((participant) => participant.id === id)?.personId ?? null,
      }),
      caretsExtension(connection.presence),
      pasteLimit(options.onTooLong),
      depthGuard(() => options.announce('tooDeep')),
      compositionExtension((waiting) => connection.incoming.hold(holder, waiting)),
    ],
    editorProps: {
      attributes: () => ({
        class: 'notes-text',
        lang: options.lang,
        spellcheck: 'true',
        ...(options.mayWrite()
          ? {
              role: 'textbox',
              'aria-multiline': 'true',
              'aria-label': m.notes_section_label({ title: options.title }),
              'aria-describedby': 'notes-keys-hint',
            }
          : { role: 'group', 'aria-label': m.notes_section_label({ title: options.title }), tabindex: '-1' }),
      }),
      transformPastedHTML: (html) => cleanPastedHtml(html, options.participants()),
      clipboardTextParser: (text, $context, plain, view) =>
        parsePastedText(text, $context, { plain, view, participants: options.participants() }),
    },
    onFocus: () => options.onFocus(editor),
  });
  undoInOrder((yUndoPluginKey.getState(editor.state) as { undoManager: Y.UndoManager }).undoManager);
  // Tiptap spreads the attributes that it is given at first, which a function does not survive; later it hands them on as they are.
  editor.setOptions({});
  if (!editor.state.selection.$head.parent.inlineContent)
    editor.view.dispatch(editor.state.tr.setSelection(Selection.atStart(editor.state.doc)));
  return editor;
}

/** Others' carets in this section: index of the block → who. */
export function writersIn(state: EditorState, { presence }: NotesConnection): Map<number, MarginNote['writers']> {
  const writers = new Map<number, MarginNote['writers']>();
  const sync = ySyncPluginKey.getState(state) as
    | { doc: Y.Doc; type: Y.XmlFragment; binding: { mapping: Map<unknown, unknown> } | null }
    | undefined;
  if (!sync?.binding || sync.binding.mapping.size === 0) return writers;
  for (const { user, cursor } of presence.getStates().values()) {
    const at = cursor && relativePositionToAbsolutePosition(sync.doc, sync.type, cursor.head, sync.binding.mapping as never);
    if (at === null || at > state.doc.content.size) continue;
    const index = state.doc.resolve(at).index(0);
    writers.set(index, [...(writers.get(index) ?? []), user]);
  }
  return writers;
}
