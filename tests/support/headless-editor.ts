import type { Node as ProseNode } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { BLOCK_KINDS, sectionName } from '#app/model/notes.ts';
import { notesSchema } from '#app/notes/editor/schema.ts';
import { undoInOrder } from '#app/notes/editor/undo-in-order.ts';
import { oneOf, type Random } from './random.ts';

export const schema = notesSchema();

/** An editor without its window: ProseMirror's changes, written to Yjs by the binding that the pages use. */
export class HeadlessEditor {
  readonly doc = new Y.Doc();
  readonly section: Y.XmlFragment;
  private readonly undo: Y.UndoManager;
  /** Made here, not sent yet. */
  unsent: Uint8Array[] = [];

  constructor(clientId: number, agendaItemId: string) {
    this.doc.clientID = clientId;
    this.section = this.doc.getXmlFragment(sectionName(agendaItemId));
    this.undo = new Y.UndoManager(this.section, { trackedOrigins: new Set([this]) });
    undoInOrder(this.undo);
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
  return oneOf(makers, random)();
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
