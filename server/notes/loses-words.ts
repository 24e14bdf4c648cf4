import * as Y from 'yjs';
import type { Refusal } from '#app/model/notes-protocol.ts';
import { blockNear, neighbourOf } from './collected-words.ts';
import { homeOf } from './find-lost-words.ts';

/** What is looked at of an update: what it adds, and what it says that it deletes. */
export interface Told {
  items: readonly Y.Item[];
  deletions: ReturnType<typeof Y.createDeleteSet>;
}

/**
 * Whether applying an update made words go that it does not say to delete: what others typed into a block that it takes away,
 * or what it types into a block that is gone. Asked within the transaction that applied it, of every key: quick to say no.
 */
export function losesWords({ doc, deleteSet }: Y.Transaction, { items, deletions }: Told): boolean {
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      if (isText(structs[Y.findIndexSS(structs, clock)]) && !areDeleted(deletions, client, clock, len)) return true;
    }
  }
  return items.some((item) => isVanished(doc, item, deletions));
}

/** Whether text was added to something that was collected: it is nowhere then, and in no set of deletions. */
function isVanished(doc: Y.Doc, { id, length, content }: Y.Item, deletions: Told['deletions']): boolean {
  if (!(content instanceof Y.ContentString)) return false;
  const structs = doc.store.clients.get(id.client) ?? [];
  const placed = structs[Y.findIndexSS(structs, id.clock + length - 1)];
  return placed instanceof Y.GC && !areDeleted(deletions, id.client, id.clock, length);
}

/** Most that is asked of one update; its text stands side by side. */
const MAX_ASKED = 50;

/** Whether an update adds to what was taken away in a locked section: those words could not be put back. */
export function faultOfVanished(doc: Y.Doc, { items, deletions }: Told, locked: ReadonlySet<string>): Refusal | null {
  if (locked.size === 0) return null;
  const vanished = items.filter((item) => isVanished(doc, item, deletions)).slice(0, MAX_ASKED);
  const sections = vanished.map((item) => homeOf(doc, blockNear(doc, neighbourOf(item)))?.agendaItemId);
  return sections.some((section) => section !== undefined && locked.has(section)) ? 'section-locked' : null;
}

const isText = (struct: Y.Item | Y.GC | Y.Skip | undefined) => struct instanceof Y.Item && struct.content instanceof Y.ContentString;

/** Both ends, by halving: what honest editors send is sorted, and one deletion for all of a run. */
function areDeleted(deletions: Told['deletions'], client: number, clock: number, len: number): boolean {
  return [clock, clock + len - 1].every((at) => Y.isDeleted(deletions, new Y.ID(client, at)));
}
