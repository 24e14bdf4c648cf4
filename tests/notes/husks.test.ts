import type { Node as ProseNode } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { prosemirrorJSONToYDoc, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { dropHusk, isHusk } from '#app/notes/editor/husks.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { schema } from '#tests/support/headless-editor.ts';

const item = '0190a6b2-0000-7000-8000-000000000001';
const line = (text?: string) => ({ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) });
const of = (type: string, ...content: object[]) => ({ type, content });

/** Two people hold the same; each deletes one part; gives what both then hold, and what the editor shows of it. */
function emptiedByTwo(json: object, partsOf: (section: Y.XmlFragment) => Y.XmlFragment): { doc: Y.Doc; shown: ProseNode } {
  const start = Y.encodeStateAsUpdate(prosemirrorJSONToYDoc(schema, of('doc', json, line('après')), sectionName(item)));
  const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });
  expect(log.accept(start, 1)).toMatchObject({ ok: true });
  const updates = [0, 1].map((index) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, start);
    const before = Y.encodeStateVector(doc);
    partsOf(doc.getXmlFragment(sectionName(item))).delete(index, 1);
    return Y.encodeStateAsUpdate(doc, before);
  });
  for (const [index, update] of updates.entries()) expect(log.accept(update, index + 1)).toMatchObject({ ok: true });
  const { doc } = log.document();
  let changes = 0;
  doc.on('update', () => {
    changes += 1;
  });
  const shown = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(sectionName(item)), schema);
  expect(changes).toBe(0);
  return { doc, shown };
}

const inside = (depth: number) => (section: Y.XmlFragment) => {
  let here = section;
  for (let k = 0; k < depth; k += 1) here = here.get(0) as Y.XmlElement;
  return here;
};

describe('what two people emptied between them is deleted by nobody’s editor', () => {
  test.each([
    ['a list', of('bulletList', of('listItem', line('un')), of('listItem', line('deux'))), 1],
    ['an item', of('bulletList', of('listItem', line('un'), line('deux'))), 2],
    ['a quote', of('blockquote', line('un'), line('deux')), 1],
    ['a table', of('table', of('tableRow', of('tableCell', line())), of('tableRow', of('tableCell', line()))), 1],
    ['a row', of('table', of('tableRow', of('tableCell', line()), of('tableCell', line()))), 2],
    ['a cell', of('table', of('tableRow', of('tableCell', line('un'), line('deux')))), 3],
  ])('%s', (_name, json, depth) => {
    const { shown } = emptiedByTwo(json, inside(depth));
    expect(shown.childCount).toBe(2);
    expect(isHusk(shown.child(0))).toBe(true);
    shown.check();
  });

  test('Backspace at the start of the text below takes it away, and touches no text', () => {
    const { shown } = emptiedByTwo(of('bulletList', of('listItem', line('un')), of('listItem', line('deux'))), inside(1));
    const caret = shown.child(0).nodeSize + 1;
    let state = EditorState.create({ doc: shown, selection: TextSelection.create(shown, caret) });
    expect(dropHusk('after')(state)).toBe(false);
    expect(dropHusk('before')(state, (tr) => (state = state.apply(tr)))).toBe(true);
    expect(state.doc.toString()).toBe('doc(paragraph("après"))');
    expect(dropHusk('before')(state)).toBe(false);
  });

  test('an item whose first line somebody deleted keeps the list that is in it', () => {
    const inner = of('bulletList', of('listItem', line('dedans')));
    const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });
    const doc = prosemirrorJSONToYDoc(schema, of('doc', of('bulletList', of('listItem', line('un'), inner))), sectionName(item));
    inside(2)(doc.getXmlFragment(sectionName(item))).delete(0, 1);
    expect(log.accept(Y.encodeStateAsUpdate(doc), 1)).toMatchObject({ ok: true });
    expect(yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(sectionName(item)), schema).textContent).toBe('dedans');
  });
});
