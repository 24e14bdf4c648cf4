import * as Y from 'yjs';
import { agendaItemOf } from '#app/model/notes.ts';
import { decodeParts } from '#app/model/notes-frames.ts';
import type { StoredLog } from '#db/notes/log.ts';
import { readCollected } from './collected-words.ts';
import { addRange, type DeleteSet, withoutDeletions } from './delete-sets.ts';

/** What somebody typed into a block that was taken away at the same moment. */
export interface LostBlock {
  /** In reading order, line breaks as '\n'. `at`: how many characters of `former` stand before it. */
  pieces: { client: number; text: string; at: number }[];
  /** What the block said to whoever took it away; '' when nothing, or when that is known no longer. */
  former: string;
  /** Its own id, which a copy of it carries on. */
  blockId: string | null;
  /** Where it stood: after which block that is still there (null: before all of them). Null: that is known no longer. */
  home: { agendaItemId: string; after: Y.XmlElement | null } | null;
  /** The same in terms of Yjs. */
  ranges: DeleteSet;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/**
 * Finds the words that nobody deleted and that are gone all the same, because Yjs deletes with a block whatever is in it, and
 * whatever comes into it later. Nobody deleted them: no update names them among its deletions. So that is what tells that
 * they were put back (rescue-words.ts writes the update that names them), whichever process did it, and after a crash too.
 */
export function findLostWords({ snapshot, rows }: StoredLog): { doc: Y.Doc; lost: LostBlock[] } {
  // what is deleted keeps its text, and its place
  const doc = new Y.Doc({ gc: false });
  const updates = rows.flatMap(({ body }) => decodeParts(body).map(({ update }) => update));
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.body);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const written = updates.map((update) => Y.decodeUpdate(update));
  const named = [...(snapshot ? [Y.decodeUpdate(snapshot.body)] : []), ...written].map(({ ds }) => ds);
  const unnamed = withoutDeletions(Y.createDeleteSetFromStructStore(doc.store), Y.mergeDeleteSets(named));
  if (unnamed.clients.size === 0) return { doc, lost: [] };
  for (const name of [...doc.share.keys()]) if (agendaItemOf(name)) doc.getXmlFragment(name);
  const lost = doc.transact((transaction) => readLost(transaction, unnamed, written));
  return { doc, lost: lost.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== '')) };
}

/** Most that is looked at; what is left has its turn when these are put back. */
const MAX_BLOCKS = 500;

function readLost(transaction: Y.Transaction, unnamed: DeleteSet, written: readonly Decoded[]): LostBlock[] {
  const { doc } = transaction;
  const items = new Set<Y.Item>();
  const placed = Y.createDeleteSet();
  // cuts the items where those deletions begin and end
  Y.iterateDeletedStructs(transaction, unnamed, (struct) => {
    if (!(struct instanceof Y.Item)) return;
    items.add(struct);
    addRange(placed, struct.id, struct.length);
  });
  const collected = withoutDeletions(unnamed, Y.mergeDeleteSets([placed]));
  const blocks = new Set<Y.XmlElement>();
  for (const { content, parent } of items) {
    if (!(content instanceof Y.ContentString && parent instanceof Y.XmlText) || content.str.trim() === '') continue;
    const block: unknown = parent.parent;
    if (block instanceof Y.XmlElement && blocks.size < MAX_BLOCKS) blocks.add(block);
  }
  return [...[...blocks].map((block) => readBlock(transaction, block, items, written)), ...readCollected(doc, collected, written)];
}

function readBlock(transaction: Y.Transaction, block: Y.XmlElement, items: ReadonlySet<Y.Item>, written: readonly Decoded[]): LostBlock {
  const taken = deletionsWith(block, written);
  // cuts the runs of text where those deletions begin and end
  if (taken) Y.iterateDeletedStructs(transaction, taken, () => {});
  const pieces: LostBlock['pieces'] = [];
  const ranges = Y.createDeleteSet();
  let former = '';
  for (const { item, text } of textOf(block)) {
    if (!items.has(item)) {
      if (!item.deleted || (taken && Y.isDeleted(taken, item.id))) former += text;
      continue;
    }
    const { client } = item.id;
    addRange(ranges, item.id, item.length);
    const last = pieces.at(-1);
    if (last?.client === client && last.at === former.length) last.text += text;
    else pieces.push({ client, text, at: former.length });
  }
  return { pieces, former, blockId: idOf(block), home: homeOf(transaction.doc, block._item), ranges: Y.mergeDeleteSets([ranges]) };
}

/** The deletions of the update that took the block away: what it names besides was there for its author to see. */
function deletionsWith(block: Y.XmlElement, written: readonly Decoded[]): DeleteSet | null {
  const asked = new Set<Y.Item>();
  for (const { item } of textOf(block)) {
    for (let above = parentItemOf(item); above && !asked.has(above); above = parentItemOf(above)) {
      const { id } = above;
      asked.add(above);
      const ds = written.find((update) => Y.isDeleted(update.ds, id))?.ds;
      if (ds) return ds;
    }
  }
  return null;
}

function parentItemOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

/** Everything that is or was in a text block, in reading order. */
function* textOf(block: Y.XmlElement): Iterable<{ item: Y.Item; text: string }> {
  for (let child = block._start; child; child = child.right) {
    const type: unknown = child.content instanceof Y.ContentType ? child.content.type : null;
    if (type instanceof Y.XmlElement && type.nodeName === 'hardBreak') yield { item: child, text: '\n' };
    if (!(type instanceof Y.XmlText)) continue;
    for (let run = type._start; run; run = run.right) {
      if (run.content instanceof Y.ContentString) yield { item: run, text: run.content.str };
    }
  }
}

function idOf(block: Y.XmlElement): string | null {
  const { content } = block._map.get('id') ?? {};
  const id: unknown = content instanceof Y.ContentAny ? content.arr.at(-1) : null;
  return typeof id === 'string' ? id : null;
}

/** Which section an item stands or stood in, and after which of its blocks; null when that was collected. */
export function homeOf(doc: Y.Doc, item: Y.Item | null): LostBlock['home'] {
  let top = item;
  for (let above = top; above; above = parentItemOf(above)) top = above;
  const root: unknown = top?.parent;
  const agendaItemId = agendaItemOf([...doc.share].find(([, shared]) => shared === root)?.[0] ?? '');
  if (!agendaItemId) return null;
  for (let left: Y.Item | null = top; left; left = left.left) {
    if (left.deleted || !(left.content instanceof Y.ContentType)) continue;
    if (left.content.type instanceof Y.XmlElement) return { agendaItemId, after: left.content.type };
  }
  return { agendaItemId, after: null };
}
