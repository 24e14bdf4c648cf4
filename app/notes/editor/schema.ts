import { type AnyExtension, getSchema, Node } from '@tiptap/core';
import { TableRow } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';
import { Husks, tolerateHusks } from './husks.ts';
import { Link } from './link-mark.ts';
import { PlainCell, PlainHeader, PlainTable } from './tables.ts';

// Nothing here has ordered parts, and nothing but the root is refused for being empty (husks.ts).
const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });

/** An item of a list holds any blocks: Tiptap's own wants a paragraph first, which somebody else may be deleting. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

const PARAGRAPH_ATTRIBUTES = [
  { name: 'id', html: 'data-id', fallback: null },
  { name: 'kind', html: 'data-kind', fallback: 'text' },
  { name: 'speakerId', html: 'data-speaker', fallback: null },
  { name: 'assigneeId', html: 'data-assignee-id', fallback: null },
  { name: 'assignee', html: 'data-assignee', fallback: null },
  { name: 'due', html: 'data-due', fallback: null },
] as const;

/**
 * The one block that holds text; what it is (a turn, a decision…) is its attribute `kind`.
 * Changing an attribute keeps what a colleague types in the block at that moment; changing the node's type would lose it.
 * No `validate`: ProseMirror's refusal would make the Yjs binding delete the block for everybody. Unknown values are read as text.
 */
const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes() {
    return Object.fromEntries(
      PARAGRAPH_ATTRIBUTES.map(({ name, html, fallback }) => [
        name,
        {
          default: fallback,
          parseHTML: (element: HTMLElement) => element.getAttribute(html) ?? fallback,
          renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [html]: String(attributes[name]) } : {}),
        },
      ]),
    );
  },
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

/** Nodes and marks of a section of the notes; the server's gate knows the same names (app/model/notes.ts). */
export const nodesAndMarks: AnyExtension[] = [
  Doc,
  Paragraph,
  StarterKit.configure({
    document: false,
    paragraph: false,
    link: false,
    code: false,
    codeBlock: false,
    strike: false,
    dropcursor: false,
    // Every client would add its own empty paragraph to the shared text.
    trailingNode: false,
    // Undo is Yjs's: only one's own changes.
    undoRedo: false,
    heading: { levels: [3, 4] },
    listItem: false,
  }),
  ListItem,
  PlainTable,
  TableRow,
  PlainHeader,
  PlainCell,
  Link,
  Husks,
];

/** The same as ProseMirror has it in an open editor. */
export function notesSchema(): Schema {
  const schema = getSchema(nodesAndMarks);
  tolerateHusks(schema);
  return schema;
}

/** Input rules that stay on. Those of lists, headings and quotes wrap a block anew, and are replaced in block-input.ts. */
export const INPUT_RULES = ['bold', 'italic', 'link', 'blockInput'];
