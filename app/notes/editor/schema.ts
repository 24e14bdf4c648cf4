import { type AnyExtension, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { Link } from './link-mark.ts';

/** Only the root may demand content, because it is never deleted; no other node has ordered or required parts. */
const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });

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

// The widths of a table are the reader's: none is stored, or written as an inline style. Its Tab key is in keys.ts.
const PlainTable = Table.extend({
  renderHTML: () => ['div', { class: 'nb-table' }, ['table', ['tbody', 0]]],
  addKeyboardShortcuts: () => ({}),
}).configure({ resizable: false });

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
  }),
  PlainTable,
  TableRow,
  TableHeader,
  TableCell,
  Link,
];

/** Input rules that stay on. Those of lists, headings and quotes wrap a block anew, and are replaced in block-input.ts. */
export const INPUT_RULES = ['bold', 'italic', 'link', 'blockInput'];
