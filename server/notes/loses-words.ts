import * as Y from 'yjs';

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
  // what was added to something that was collected is in no set of deletions
  return items.some(({ id, length, content }) => {
    if (!(content instanceof Y.ContentString)) return false;
    const structs = doc.store.clients.get(id.client) ?? [];
    const placed = structs[Y.findIndexSS(structs, id.clock + length - 1)];
    return placed instanceof Y.GC && !areDeleted(deletions, id.client, id.clock, length);
  });
}

const isText = (struct: Y.Item | Y.GC | Y.Skip | undefined) => struct instanceof Y.Item && struct.content instanceof Y.ContentString;

/** Both ends, by halving: what honest editors send is sorted, and one deletion for all of a run. */
function areDeleted(deletions: Told['deletions'], client: number, clock: number, len: number): boolean {
  return [clock, clock + len - 1].every((at) => Y.isDeleted(deletions, new Y.ID(client, at)));
}
