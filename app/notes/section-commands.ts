import type { Editor } from '@tiptap/core';
import type { Intervention } from '#app/model/intervention.ts';
import type { BlockKind } from '#app/model/notes.ts';
import { insertBlocks, startBlock } from './editor/block-commands.ts';
import { safeHref } from './editor/link-mark.ts';
import { blockById, currentBlock, stringAttribute } from './editor/locate-block.ts';
import { assign } from './editor/person-fill.ts';
import { writersIn } from './editor/section-editor.ts';
import type { NotesConnection } from './notes-connection.ts';

interface Sections {
  editorOf(agendaItemId: string): Editor | undefined;
  /** Whether somebody has clicked into the notes of this page. */
  hasBegun(): boolean;
  connection: NotesConnection;
}

/** An action of the notes: its section and its block. */
export interface ActionPlace {
  agendaItemId: string;
  blockId: string;
}

/** What bars and dialogs do to a section; each does nothing when the section is not there. */
export function sectionCommands({ editorOf, hasBegun, connection }: Sections) {
  const beginLine = (editor: Editor) => insertBlocks([{ kind: 'text', text: '' }])(editor.state, editor.view.dispatch);
  // A block that becomes a list is made anew: not one that others may be writing in (see editor/block-input.ts).
  const mayMakeAnew = ({ state }: Editor) => {
    const block = currentBlock(state);
    if (!block || block.node.content.size === 0) return true;
    return connection.state.get().kind !== 'offline' && !writersIn(state, connection).has(block.index);
  };

  return {
    startBlock(agendaItemId: string, kind: BlockKind): void {
      const editor = editorOf(agendaItemId);
      if (!editor) return;
      // Nobody has clicked into the notes yet: the new block goes to the end of the first section.
      (hasBegun() ? startBlock(kind) : insertBlocks([{ kind, text: '' }], 'end'))(editor.state, editor.view.dispatch);
      editor.commands.focus(null, { scrollIntoView: true });
    },
    toggleList(agendaItemId: string): void {
      const editor = editorOf(agendaItemId);
      if (!editor) return;
      if (!editor.isActive('bulletList') && !mayMakeAnew(editor)) beginLine(editor);
      editor.chain().focus().toggleBulletList().run();
    },
    insertTable(agendaItemId: string): void {
      const editor = editorOf(agendaItemId);
      if (!editor) return;
      if (currentBlock(editor.state)?.node.content.size !== 0) beginLine(editor);
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    },
    readAction({ agendaItemId, blockId }: ActionPlace) {
      const editor = editorOf(agendaItemId);
      const node = editor && blockById(editor.state.doc, blockId)?.node;
      const read = (name: string) => (node ? stringAttribute(node, name) : null);
      return { assigneeId: read('assigneeId'), assignee: read('assignee'), due: read('due') };
    },
    assign({ agendaItemId, blockId }: ActionPlace, to: Parameters<typeof assign>[1]): void {
      const editor = editorOf(agendaItemId);
      if (editor) assign(blockId, to)(editor.state, editor.view.dispatch);
    },
    /** Adds to the end of a section: who speaks, if anybody, then a block a line. */
    addIntervention(agendaItemId: string, { speaker, kind, lines, assigneeId, assignee, due }: Intervention): void {
      const editor = editorOf(agendaItemId);
      const turn = speaker ? [{ kind: 'turn' as const, text: speaker.line, speakerId: speaker.id }] : [];
      const said = lines.map((text) => ({ kind, text, assigneeId, assignee: assignee || null, due }));
      if (editor) insertBlocks([...turn, ...said], 'end')(editor.state, editor.view.dispatch);
    },
    readLink: (agendaItemId: string) => String(editorOf(agendaItemId)?.getAttributes('link').href ?? ''),
    /** @param address '' removes the link. @returns false when it is no address. */
    setLink(agendaItemId: string, address: string): boolean {
      const editor = editorOf(agendaItemId);
      const written = address.trim();
      const href = safeHref(written);
      if (!editor || (written && !href)) return false;
      const chain = editor.chain().focus().extendMarkRange('link');
      if (!written) return chain.unsetMark('link').run();
      if (editor.state.selection.empty && !editor.isActive('link')) {
        return chain.insertContent({ type: 'text', text: written, marks: [{ type: 'link', attrs: { href } }] }).run();
      }
      return chain.setMark('link', { href }).run();
    },
  };
}
