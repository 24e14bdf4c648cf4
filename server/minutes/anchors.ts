import type { NoteBlock } from '#app/model/notes.ts';
import { slugOf } from '#app/model/text.ts';

/** Anchors of one page: readable for sections, lasting for blocks (their id in the notes), never twice the same. */
export class Anchors {
  #taken = new Set<string>();
  #of = new Map<NoteBlock, string>();

  section(title: string): string {
    return this.#claim(slugOf(title, 40) || 'section');
  }

  /** The same block always gets the same anchor. */
  block(block: NoteBlock): string {
    const known = this.#of.get(block);
    if (known) return known;
    const id = block.type === 'paragraph' && block.id ? `b-${block.id}` : 'b';
    const anchor = this.#claim(id);
    this.#of.set(block, anchor);
    return anchor;
  }

  #claim(wanted: string): string {
    let anchor = wanted;
    for (let n = 2; this.#taken.has(anchor); n++) anchor = `${wanted}-${n}`;
    this.#taken.add(anchor);
    return anchor;
  }
}
