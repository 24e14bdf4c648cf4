import * as Y from 'yjs';
import { agendaItemOf } from '#app/model/notes.ts';
import { encodeUpdate, type WrittenStruct, writeStruct } from './update-parts.ts';

/** The agenda items that an update writes in or deletes from. @param doc holds the update already. */
export function sectionsOf(doc: Y.Doc, update: Uint8Array): Set<string> {
  const { structs, ds } = Y.decodeUpdate(update);
  const sections = new Set<string>();
  const look = (client: number, clock: number, length: number) => {
    for (const held of heldIn(doc, client, clock, length)) {
      const section = sectionOf(held);
      if (section) sections.add(section);
    }
  };
  for (const { id, length } of structs) look(id.client, id.clock, length);
  for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) look(client, clock, len);
  return sections;
}

/**
 * The same update without what it does in some sections. Clocks must not have holes, so what is left out is replaced with
 * what Yjs writes for text that was deleted and forgotten (GC): it takes the place, and says nothing.
 * Only for a document that begins anew: this one holds what is left out.
 */
export function withoutSections(doc: Y.Doc, update: Uint8Array, left: ReadonlySet<string>): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update);
  const isLeft = (held: Y.AbstractStruct) => left.has(sectionOf(held) ?? '');
  const written = structs.map((struct): WrittenStruct => {
    const { client, clock } = struct.id;
    const gone = [...heldIn(doc, client, clock, struct.length)].some(isLeft);
    return writeStruct(gone ? new Y.GC(struct.id, struct.length) : struct);
  });
  const deletions = new Map<number, { clock: number; len: number }[]>();
  for (const [client, ranges] of ds.clients) {
    deletions.set(
      client,
      ranges.flatMap(({ clock, len }) => {
        const kept: { clock: number; len: number }[] = [];
        for (const held of heldIn(doc, client, clock, len)) {
          if (isLeft(held)) continue;
          const from = Math.max(clock, held.id.clock);
          kept.push({ clock: from, len: Math.min(clock + len, held.id.clock + held.length) - from });
        }
        return kept;
      }),
    );
  }
  return encodeUpdate(written, deletions);
}

/** What a document holds between two clocks of a client. */
export function* heldIn(doc: Y.Doc, client: number, clock: number, length: number): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + length) return;
    yield struct;
  }
}

/** The agenda item that something stands in; null when the place it stood in is gone. */
export function sectionOf(struct: Y.AbstractStruct): string | null {
  if (!(struct instanceof Y.Item)) return null;
  let parent: unknown = struct.parent;
  while (parent instanceof Y.AbstractType && parent._item) parent = parent._item.parent;
  if (!(parent instanceof Y.AbstractType) || !parent.doc) return null;
  return agendaItemOf(Y.findRootTypeKey(parent));
}
