import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { textOf } from '../read-records.ts';
import { heldIn, sectionOf } from './sections-of-update.ts';

/** What somebody wrote in one point and nobody else has; agendaItemId '' when it is not known where it stood. */
export interface SectionText {
  agendaItemId: string;
  text: string;
}

/**
 * The text behind updates that did not go: the blocks that they write in, as this document shows them, in the order of the
 * agenda. Words in blocks that somebody else deleted, or that have no place in the document at all, come after.
 */
export function textOfUpdates(doc: Y.Doc, updates: readonly Uint8Array[], agendaItemIds: readonly string[]): SectionText[] {
  const blocks = new Set<Y.XmlElement>();
  const loose = new Map<string, string>();
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const isOwnDeletion = (client: number, clock: number) =>
    decoded.some(({ ds }) => ds.clients.get(client)?.some((range) => clock >= range.clock && clock < range.clock + range.len));
  const keepLoose = (section: string, text: string) => loose.set(section, (loose.get(section) ?? '') + text);

  for (const { structs } of decoded) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const { client, clock } = struct.id;
      const words = struct.content instanceof Y.ContentString ? struct.content.str : '';
      let placed = clock;
      for (const held of heldIn(doc, client, clock, struct.length)) {
        const from = Math.max(clock, held.id.clock);
        const to = Math.min(clock + struct.length, held.id.clock + held.length);
        placed = to;
        const block = held.deleted ? null : blockOf(held);
        if (block) blocks.add(block);
        else if (words && !isOwnDeletion(client, from)) keepLoose(sectionOf(held) ?? '', words.slice(from - clock, to - clock));
      }
      if (words && placed < clock + struct.length) keepLoose('', words.slice(placed - clock));
    }
  }

  const known = agendaItemIds.map((id) => ({
    id,
    texts: blocksIn(doc, id)
      .filter((block) => blocks.has(block))
      .map(textOf),
  }));
  const others = [...new Set([...[...blocks].map((block) => sectionOfBlock(block)), ...loose.keys()])].filter(
    (id) => !agendaItemIds.includes(id),
  );
  const rest = others.map((id) => ({ id, texts: [...blocks].filter((block) => sectionOfBlock(block) === id).map(textOf) }));
  return [...known, ...rest]
    .map(({ id, texts }) => ({
      agendaItemId: id,
      text: [...texts, loose.get(id) ?? '']
        .map((text) => text.trim())
        .filter(Boolean)
        .join('\n'),
    }))
    .filter(({ text }) => text !== '');
}

/** Ids of the blocks that an update writes in, as far as this document holds them. */
export function blockIdsOf(doc: Y.Doc, update: Uint8Array): string[] {
  const ids = new Set<string>();
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    for (const held of heldIn(doc, id.client, id.clock, length)) {
      const blockId: unknown = (held.deleted ? null : blockOf(held))?.getAttribute('id');
      if (typeof blockId === 'string') ids.add(blockId);
    }
  }
  return [...ids];
}

const isBlock = (type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement && (type.nodeName === 'paragraph' || type.nodeName === 'heading');

/** The paragraph or heading that something stands in, or is. */
function blockOf(struct: Y.AbstractStruct): Y.XmlElement | null {
  if (!(struct instanceof Y.Item)) return null;
  if (struct.content instanceof Y.ContentType && isBlock(struct.content.type)) return struct.content.type;
  let parent: unknown = struct.parent;
  while (parent instanceof Y.AbstractType) {
    if (parent._item?.deleted) return null;
    if (isBlock(parent)) return parent;
    parent = parent._item?.parent;
  }
  return null;
}

const sectionOfBlock = (block: Y.XmlElement): string => (block._item ? (sectionOf(block._item) ?? '') : '');

function blocksIn(doc: Y.Doc, agendaItemId: string): Y.XmlElement[] {
  const inside = (parent: Y.XmlFragment): Y.XmlElement[] =>
    parent.toArray().flatMap((node) => (node instanceof Y.XmlElement ? (isBlock(node) ? [node] : inside(node)) : []));
  return inside(doc.getXmlFragment(sectionName(agendaItemId)));
}
