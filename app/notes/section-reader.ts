import * as Y from 'yjs';
import type { NoteBlock } from '#app/model/notes.ts';
import { normalise, readNode } from '#app/model/read-blocks.ts';

/**
 * Reads a section again and again as it changes: always what `normalise` gives, but only the nodes that changed are read, and
 * the blocks of the others are the very objects of before, which need not be drawn again.
 */
export class SectionReader {
  private readonly section: Y.XmlFragment;
  private readonly known = new WeakMap<Y.XmlElement, ReturnType<typeof readNode>>();
  private before: NoteBlock[] = [];

  constructor(section: Y.XmlFragment) {
    this.section = section;
  }

  /** To be called with what observeDeep tells. */
  note(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const { target } of events) {
      let type: Y.AbstractType<unknown> | null = target as Y.AbstractType<unknown>;
      while (type && (type.parent as unknown) !== this.section) type = type.parent;
      if (type instanceof Y.XmlElement) this.known.delete(type);
    }
  }

  read(): NoteBlock[] {
    this.before = this.readNodes() ?? keepSame(this.before, normalise(this.section));
    return this.before;
  }

  /** null where the nodes cannot be read one by one: text outside of any, or an id that is there twice. */
  private readNodes(): NoteBlock[] | null {
    const blocks: NoteBlock[] = [];
    const seen = new Set<string>();
    for (const node of this.section.toArray()) {
      if (!(node instanceof Y.XmlElement)) return null;
      const read = this.known.get(node) ?? readNode(node);
      this.known.set(node, read);
      for (const id of read.ids) {
        if (seen.has(id)) return null;
        seen.add(id);
      }
      blocks.push(...read.blocks);
    }
    return blocks;
  }
}

/** The new reading, with every block that says the same as before as the very object of before. */
function keepSame(before: readonly NoteBlock[], after: NoteBlock[]): NoteBlock[] {
  const known = new Map(before.map((block) => [JSON.stringify(block), block]));
  return after.map((block) => known.get(JSON.stringify(block)) ?? block);
}
