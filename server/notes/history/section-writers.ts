import type * as Y from 'yjs';
import { agendaItemOf } from '#app/model/notes.ts';

/**
 * Who wrote in which section since this was last taken: whoever typed, deleted or changed anything there. Deletions carry no
 * name in the document, so this is the one moment at which it is known.
 */
export class SectionWriters {
  private bySection = new Map<string, Set<number>>();
  private readonly sections = new WeakMap<object, string | null>();

  /** `touched`: the fragments that an author's update changed; they are forgotten. On the path of every key, so it asks little. */
  note(author: number, { doc, touched }: { doc: Y.Doc; touched: Set<object> }): void {
    for (const fragment of touched) {
      const section = this.sectionOf(doc, fragment);
      if (!section) continue;
      const authors = this.bySection.get(section);
      if (authors) authors.add(author);
      else this.bySection.set(section, new Set([author]));
    }
    touched.clear();
  }

  /** Numbers of the authors by agenda item; begins anew. */
  take(): ReadonlyMap<string, ReadonlySet<number>> {
    const taken = this.bySection;
    this.bySection = new Map();
    return taken;
  }

  giveBack(taken: ReadonlyMap<string, ReadonlySet<number>>): void {
    for (const [section, authors] of taken) this.bySection.set(section, new Set([...authors, ...(this.bySection.get(section) ?? [])]));
  }

  private sectionOf(doc: Y.Doc, fragment: object): string | null {
    const known = this.sections.get(fragment);
    if (known !== undefined) return known;
    const name = [...doc.share].find(([, shared]) => shared === fragment)?.[0];
    const section = name === undefined ? null : agendaItemOf(name);
    this.sections.set(fragment, section);
    return section;
  }
}
