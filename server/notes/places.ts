import * as Y from 'yjs';
import { agendaItemOf, MAX_DEPTH } from '#app/model/notes.ts';
import type { Refusal } from '#app/model/notes-protocol.ts';

/** Agenda items of a meeting. */
export interface Sections {
  all: ReadonlySet<string>;
  /** Those that nobody writes in for the moment. */
  locked: ReadonlySet<string>;
}

type AnyType = Y.XmlFragment | Y.XmlText;

/** Depth, and the section at the root, of what is added to `parent`. What stands under a node that was collected is nowhere, and fine. */
export function faultOfPlace(doc: Y.Doc, parent: AnyType, sections: Sections): Refusal | null {
  const place = placeOf(doc, parent);
  if (!place) return null;
  if (place.depth > MAX_DEPTH) return 'malformed';
  // an agenda item that was removed keeps its text, which nobody adds to
  if (!place.section || !sections.all.has(place.section)) return 'section-unknown';
  return sections.locked.has(place.section) ? 'section-locked' : null;
}

/** Whether a transaction that has not ended deleted anything in a locked section. */
export function faultOfDeleted({ doc, deleteSet }: Y.Transaction, { locked }: Sections): Refusal | null {
  if (locked.size === 0) return null;
  // most that is deleted at once stands side by side
  let last: unknown = null;
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      for (let index = Y.findIndexSS(structs, clock); ; index += 1) {
        const struct = structs[index];
        if (!struct || struct.id.clock >= clock + len) break;
        if (!(struct instanceof Y.Item)) continue;
        const parent: unknown = struct.parent;
        if (parent === last) continue;
        last = parent;
        if (isAnyType(parent) && locked.has(placeOf(doc, parent)?.section ?? '')) return 'section-locked';
      }
    }
  }
  return null;
}

const isAnyType = (parent: unknown): parent is AnyType => parent instanceof Y.XmlFragment || parent instanceof Y.XmlText;

/** How deep what is in `parent` stands, and in which section; null: under something that was collected. */
function placeOf(doc: Y.Doc, parent: AnyType): { depth: number; section: string | null } | null {
  let type = parent;
  let depth = 1;
  while (type._item) {
    depth += 1;
    // deeper than anything may be: no need to go on
    if (depth > MAX_DEPTH) return { depth, section: null };
    const above: unknown = type._item.parent;
    if (!isAnyType(above)) return null;
    type = above;
  }
  for (const [name, shared] of doc.share) if ((shared as unknown) === type) return { depth, section: agendaItemOf(name) };
  return { depth, section: null };
}
