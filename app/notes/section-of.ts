import * as Y from 'yjs';
import { agendaItemOf } from '#app/model/notes.ts';

/** The section of the document that an update, which it holds, wrote in; null when that is nowhere now. */
export function sectionOf(doc: Y.Doc, update: Uint8Array): string | null {
  const first = Y.decodeUpdate(update).structs.find((struct) => struct instanceof Y.Item);
  const structs = first && doc.store.clients.get(first.id.client);
  if (!first || !structs || Y.getState(doc.store, first.id.client) <= first.id.clock) return null;
  let above: unknown = structs[Y.findIndexSS(structs, first.id.clock)];
  let root: unknown = null;
  while (above instanceof Y.Item) {
    root = above.parent;
    above = root instanceof Y.AbstractType ? root._item : null;
  }
  return agendaItemOf([...doc.share].find(([, shared]) => shared === root)?.[0] ?? '');
}
