import type { MinutesContent } from '#app/model/minutes-content.ts';
import { nameKey } from '#app/model/text.ts';

/** Where a name stands. */
export interface IndexPlace {
  /** Place of the session among the chapters, from 0. */
  chapter: number;
  /** What was said; null: at the head of the session, with whoever led it. */
  anchor: string | null;
  /** In the list of participants: kind of organisation, and row from 0. */
  row?: { kind: string; index: number };
}

export interface IndexEntry {
  name: string;
  /** Where in the name the word begins by which it is sorted. */
  sortedFrom: number;
  places: IndexPlace[];
}

export interface VolumeIndex {
  speakers: IndexEntry[];
  organisations: IndexEntry[];
}

/** Who spoke or led, and every organisation, as the editions that are bound name them: whom they do not name is in no index. */
export function composeIndex(chapters: readonly { content: MinutesContent }[]): VolumeIndex {
  const [speakers, organisations] = [new Names(), new Names()];
  for (const [chapter, { content }] of chapters.entries()) {
    const { meeting, sections, annex } = content;
    const told = new Set(annex.present.flatMap(({ people }) => people).map(({ organisation }) => nameKey(organisation)));
    // where words are attributed to organisations, so is who led
    for (const name of [...meeting.chairs, ...meeting.facilitators])
      (told.has(nameKey(name)) ? organisations : speakers).add(name, { chapter, anchor: null });
    for (const entry of sections.flatMap(({ entries }) => entries)) {
      if (entry.type !== 'intervention') continue;
      speakers.add(entry.speaker.name, { chapter, anchor: entry.anchor });
      organisations.add(entry.speaker.organisation, { chapter, anchor: entry.anchor });
    }
    for (const { kind, people } of annex.present)
      for (const [index, { organisation }] of people.entries())
        organisations.add(organisation, { chapter, anchor: 'annexe', row: { kind, index } });
  }
  return { speakers: speakers.sorted(familyFrom), organisations: organisations.sorted(() => 0) };
}

/** One entry for a name, however its accents and capitals are typed; the first spelling counts. */
class Names {
  readonly #byKey = new Map<string, { name: string; places: IndexPlace[] }>();

  add(name: string, place: IndexPlace): void {
    const key = nameKey(name);
    if (key === '') return;
    const known = this.#byKey.get(key);
    if (known) known.places.push(place);
    else this.#byKey.set(key, { name, places: [place] });
  }

  sorted(sortedFrom: (name: string) => number): IndexEntry[] {
    const order = new Intl.Collator('fr', { numeric: true, ignorePunctuation: true });
    return [...this.#byKey.values()]
      .map((entry) => ({ ...entry, sortedFrom: sortedFrom(entry.name) }))
      .toSorted(
        (a, b) =>
          order.compare(a.name.slice(a.sortedFrom), b.name.slice(b.sortedFrom)) ||
          order.compare(a.name, b.name) ||
          (a.name < b.name ? -1 : 1),
      );
  }
}

/** Names are published as they are said, first name first: the last word sorts them, or the first one that is all in capitals. */
function familyFrom(name: string): number {
  const capitals = /(?<=\s)\p{Lu}[\p{Lu}'’-]+(?=\s|$)/u.exec(name);
  return capitals?.index ?? name.trimEnd().lastIndexOf(' ') + 1;
}
