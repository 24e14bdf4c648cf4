import type { NoteBlock } from '#app/model/notes.ts';
import { slugOf } from '#app/model/text.ts';

/** What the page of minutes names itself; the rows of its tables (d1, a1…) are looked at apart. */
const OF_THE_PAGE = [
  ...['essentiel', 'ordre-du-jour', 'a-retenir', 'decisions', 'actions', 'suites', 'annexe', 'complements', 'notes', 'versions'],
  'contenu',
];

/** Anchors of one page: readable for sections, lasting for blocks (their id in the notes), never twice the same. */
export class Anchors {
  readonly #taken = new Set<string>(OF_THE_PAGE);
  /** How often each was asked for, so that thousands of blocks without an id are no search each. */
  readonly #asked = new Map<string, number>();
  readonly #of = new Map<NoteBlock, string>();

  section(title: string): string {
    const slug = slugOf(title, 40) || 'section';
    return this.#claim(/^[da]\d+$/.test(slug) ? `${slug}-` : slug);
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
    let n = this.#asked.get(wanted) ?? 0;
    let anchor: string;
    do {
      n += 1;
      anchor = n === 1 ? wanted : `${wanted}-${n}`;
    } while (this.#taken.has(anchor));
    this.#asked.set(wanted, n);
    this.#taken.add(anchor);
    return anchor;
  }
}
