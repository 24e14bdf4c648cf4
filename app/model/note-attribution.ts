import * as Y from 'yjs';

/** Who wrote one block of a section. */
export interface BlockAttribution {
  /** Of the paragraph; null for what has none (a list, a table, a heading). */
  blockId: string | null;
  /** Whoever wrote what still stands there, those who wrote most first; null: nobody knows any more. */
  writers: { author: number | null; characters: number }[];
}

/**
 * Who wrote the words that stand in a section, block by block in their order. Yjs keeps, for each run of text, the client
 * that typed it: nothing is stored for this, and what was deleted does not count. `authorOf` tells whose a client is
 * (their number in the meeting). Kinds, formats and moves are not writing.
 */
export function attributionOf(section: Y.XmlFragment, authorOf: (client: number) => number | null): BlockAttribution[] {
  return section.toArray().flatMap((block): BlockAttribution[] => {
    if (!(block instanceof Y.XmlElement)) return [];
    const id: unknown = block.getAttribute('id');
    return [{ blockId: typeof id === 'string' ? id : null, writers: writersOf(block, authorOf) }];
  });
}

function writersOf(block: Y.XmlElement, authorOf: (client: number) => number | null): BlockAttribution['writers'] {
  const written = new Map<number | null, number>();
  for (const [client, characters] of charactersIn(block)) {
    const author = authorOf(client);
    written.set(author, (written.get(author) ?? 0) + characters);
  }
  return [...written]
    .map(([author, characters]) => ({ author, characters }))
    .sort((a, b) => b.characters - a.characters || (a.author ?? 0) - (b.author ?? 0));
}

/** Living characters by client, of everything under a block. A loop and not a recursion: depth is what a hostile document has. */
function charactersIn(block: Y.XmlElement): Map<number, number> {
  const found = new Map<number, number>();
  const ahead: unknown[] = [block];
  while (ahead.length > 0) {
    const next = ahead.pop();
    if (next instanceof Y.XmlText) {
      for (let item = next._start; item !== null; item = item.right) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
        found.set(item.id.client, (found.get(item.id.client) ?? 0) + item.length);
      }
    } else if (next instanceof Y.XmlElement) ahead.push(...next.toArray());
  }
  return found;
}

/** The clients that wrote what stands in a section. */
export function clientsIn(section: Y.XmlFragment): Set<number> {
  return new Set(section.toArray().flatMap((block) => (block instanceof Y.XmlElement ? [...charactersIn(block).keys()] : [])));
}
