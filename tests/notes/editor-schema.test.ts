import { prosemirrorJSONToYDoc, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ATTRIBUTES, MARKS, NODES, sectionName } from '#app/model/notes.ts';
import { notesSchema } from '#app/notes/editor/schema.ts';
import { NoteLog } from '#server/notes/note-log.ts';

const item = '0190a6b2-0000-7000-8000-000000000001';
const schema = notesSchema();
const paragraph = (attrs: object, ...content: object[]) => ({ type: 'paragraph', attrs, content });
const text = (content: string, ...marks: object[]) => ({ type: 'text', text: content, marks });

const EVERYTHING = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [text('Bilan')] },
    paragraph({ id: 'b1', kind: 'turn', speakerId: item }, text('Claire Morel, maire')),
    paragraph(
      { id: 'b2', kind: 'action', assigneeId: item, assignee: 'Awa', due: '2022-09-30' },
      text('a', { type: 'bold' }),
      { type: 'hardBreak' },
      text('b', { type: 'italic' }, { type: 'underline' }),
    ),
    paragraph({ id: 'b3' }, text('lien', { type: 'link', attrs: { href: 'https://exemple.example/' } })),
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [paragraph({}), { type: 'orderedList', attrs: { start: 2 }, content: [{ type: 'listItem', content: [paragraph({})] }] }],
        },
      ],
    },
    { type: 'blockquote', content: [paragraph({}, text('cité'))] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [paragraph({})] },
            { type: 'tableCell', attrs: { colspan: 2, colwidth: [100, 50] }, content: [paragraph({})] },
          ],
        },
      ],
    },
    { type: 'horizontalRule' },
  ],
};

describe('the editor and the gate know the same notes', () => {
  test('the same nodes, marks and attributes', () => {
    const nodes = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text');
    expect(nodes.sort()).toEqual([...NODES].sort());
    expect(Object.keys(schema.marks).sort()).toEqual([...MARKS].sort());
    for (const name of NODES)
      expect(Object.keys(schema.nodes[name]?.spec.attrs ?? {}).filter((attribute) => !ATTRIBUTES[name]?.includes(attribute))).toEqual([]);
  });

  test('whatever the editor writes passes the gate, and comes out of it as it was', () => {
    const written = prosemirrorJSONToYDoc(schema, EVERYTHING, sectionName(item));
    const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });
    expect(log.accept(Y.encodeStateAsUpdate(written), 1)).toMatchObject({ ok: true });
    const shared = log.document().doc;
    let changes = 0;
    shared.on('update', () => {
      changes += 1;
    });
    const node = yXmlFragmentToProseMirrorRootNode(shared.getXmlFragment(sectionName(item)), schema);
    node.check();
    expect(changes).toBe(0);
    expect(node.childCount).toBe(EVERYTHING.content.length);
  });

  test('nine levels of a list in a cell of a table, as Word has them', () => {
    const deepest: object = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph({}, text('au fond'))] }] };
    const list = Array.from({ length: 8 }).reduce<object>(
      (inner) => ({ type: 'bulletList', content: [{ type: 'listItem', content: [inner] }] }),
      deepest,
    );
    const table = { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [list] }] }] };
    const written = prosemirrorJSONToYDoc(schema, { type: 'doc', content: [table] }, sectionName(item));
    const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });
    expect(log.accept(Y.encodeStateAsUpdate(written), 1)).toMatchObject({ ok: true });
  });
});
