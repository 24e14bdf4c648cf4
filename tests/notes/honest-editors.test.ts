import type { Node as ProseNode } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BLOCK_KINDS, MAX_UPDATE_BYTES, sectionName } from '#app/model/notes.ts';
import { notesSchema } from '#app/notes/editor/schema.ts';
import { NoteLog } from '#server/notes/note-log.ts';

const SEED = Number(process.env.FUZZ_SEED ?? Temporal.Now.instant().epochMilliseconds % 2 ** 31);
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 600);
const item = '0190a6b2-0000-7000-8000-000000000001';
const schema = notesSchema();

type Random = (below: number) => number;

/** Mulberry32: small, and the same everywhere for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** An editor without its window: ProseMirror's changes, written to Yjs by the binding that the pages use. */
class Editor {
  readonly doc = new Y.Doc();
  readonly section = this.doc.getXmlFragment(sectionName(item));
  private readonly undo = new Y.UndoManager(this.section, { trackedOrigins: new Set([this]) });
  /** Made here, not sent yet. */
  unsent: Uint8Array[] = [];

  constructor(clientId: number) {
    this.doc.clientID = clientId;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.unsent.push(update);
    });
  }

  change(random: Random): void {
    const back = random(20);
    if (back < 3) {
      this.goBack(back === 0 ? 'redo' : 'undo');
      return;
    }
    const before = yXmlFragmentToProseMirrorRootNode(this.section, schema);
    const after = edit(before, random);
    this.doc.transact(() => updateYFragment(this.doc, this.section, after, { mapping: new Map(), isOMark: new Map() }), this);
  }

  private goBack(how: 'undo' | 'redo'): void {
    try {
      this.undo[how]();
    } catch {
      // Yjs throws when what it would bring back was collected meanwhile (UndoManager, redoItem); what it did before that is sent
    }
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'server');
  }
}

const text = (content: string) => schema.text(content);
const node = (type: string, attrs: object | null, ...content: ProseNode[]) => schema.node(type, attrs, content);
const paragraph = (random: Random) =>
  node('paragraph', { id: `b${random(1e9)}`, kind: BLOCK_KINDS[random(BLOCK_KINDS.length)] }, text('texte '.repeat(1 + random(5))));

/** A block of any kind, as menus and pastes make them. */
function block(random: Random): ProseNode {
  const list = () =>
    node(
      random(2) ? 'bulletList' : 'orderedList',
      null,
      node('listItem', null, paragraph(random)),
      node('listItem', null, paragraph(random)),
    );
  const makers = [
    () => paragraph(random),
    () => node('heading', { level: 3 + random(2) }, text('Titre')),
    list,
    () => node('blockquote', null, paragraph(random), list()),
    () =>
      node(
        'table',
        null,
        node('tableRow', null, node('tableHeader', null, paragraph(random)), node('tableCell', { colspan: 2 }, paragraph(random))),
      ),
    () => node('horizontalRule', null),
    () => node('paragraph', { id: `b${random(1e9)}` }, text('avant'), node('hardBreak', null), text('après')),
  ];
  return (makers[random(makers.length)] ?? makers[0])?.() ?? paragraph(random);
}

/** One change as an editor makes it; one that does not apply here leaves all as it is. */
function edit(doc: ProseNode, random: Random): ProseNode {
  const tr = new Transform(doc);
  const size = doc.content.size;
  const a = random(size + 1);
  const b = Math.min(a + random(40), size);
  const place = tr.doc.resolve(a);
  try {
    switch (random(9)) {
      case 0:
        tr.insert(boundary(doc, random), block(random));
        break;
      case 1:
        tr.split(a);
        break;
      case 2:
        tr.delete(a, b);
        break;
      case 3:
        tr.addMark(a, b, schema.mark(['bold', 'italic', 'underline'][random(3)] ?? 'bold'));
        break;
      case 4:
        tr.addMark(a, b, schema.mark('link', { href: 'https://exemple.example/' }));
        break;
      case 5:
        tr.removeMark(a, b);
        break;
      case 6:
        if (place.depth > 0 && place.node(1).type.name === 'paragraph')
          tr.setNodeAttribute(place.before(1), 'kind', BLOCK_KINDS[random(BLOCK_KINDS.length)]);
        break;
      case 7:
        tr.join(boundary(doc, random));
        break;
      default:
        if (place.parent.inlineContent) tr.insert(a, text('é'));
    }
    tr.doc.check();
    return tr.doc;
  } catch {
    return doc;
  }
}

/** Between two blocks of the section. */
function boundary(doc: ProseNode, random: Random): number {
  let at = 0;
  for (let k = random(doc.childCount + 1); k > 0; k -= 1) at += doc.child(k - 1).nodeSize;
  return at;
}

describe(`three editors that do what editors do (FUZZ_SEED=${SEED})`, () => {
  test(`${ROUNDS} changes, at once and apart: none is refused, and all end with the same`, { timeout: 60_000 }, () => {
    const random = randomFrom(SEED);
    const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [item] });
    const editors = [new Editor(1001), new Editor(1002), new Editor(1003)];
    const sent: { by: Editor; update: Uint8Array }[] = [];
    const read = new Map(editors.map((editor) => [editor, 0]));
    const catchUp = (editor: Editor) => {
      for (const { by, update } of sent.slice(read.get(editor))) if (by !== editor) editor.receive(update);
      read.set(editor, sent.length);
    };
    const send = (editor: Editor, author: number, round: number) => {
      // each key, or all of them merged as after a time without a network
      const merged = editor.unsent.length > 1 && random(2) ? Y.mergeUpdates(editor.unsent) : null;
      const updates = merged && merged.length <= MAX_UPDATE_BYTES ? [merged] : editor.unsent;
      editor.unsent = [];
      for (const update of updates) {
        expect(log.accept(update, author), `change ${round}`).toMatchObject({ ok: true });
        sent.push({ by: editor, update });
      }
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const which = random(editors.length);
      const editor = editors[which];
      if (!editor) continue;
      editor.change(random);
      if (random(4) === 0) send(editor, which + 1, round);
      if (random(6) === 0) catchUp(editor);
      if (random(50) === 0) log.sleep();
    }
    // what arrives makes Yjs take out formats that say nothing, which is writing as well: until nobody has anything to send
    for (let turn = 0; turn < 10 && editors.some((editor) => editor.unsent.length > 0 || read.get(editor) !== sent.length); turn += 1) {
      for (const [which, editor] of editors.entries()) send(editor, which + 1, ROUNDS);
      for (const editor of editors) catchUp(editor);
    }
    // what the bindings mend as they read (two who delete the last items of a list) is honest too
    const texts = new Set(editors.map((editor) => editor.section.toString()));
    expect(texts.size).toBe(1);
    expect(log.document().doc.getXmlFragment(sectionName(item)).toString()).toBe([...texts][0]);
  });
});
