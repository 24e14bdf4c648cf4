import { createHash } from 'node:crypto';
import { plainText } from '#app/model/note-runs.ts';
import type { NoteParagraph, NoteSection } from '#app/model/notes.ts';
import { paragraphsOf } from '#server/notes/project-records.ts';

/** Where a paragraph stands in the notes. */
export interface Place {
  agendaItemId: string;
  paragraph: NoteParagraph;
  /** Ids of the paragraphs before and after it in its point, whatever they stand in. */
  previous: string | null;
  next: string | null;
}

/** Each paragraph by its id; one pasted into two points is the first's. */
export function placesOf(sections: readonly NoteSection[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { agendaItemId, blocks } of sections) {
    const paragraphs = paragraphsOf(blocks);
    for (const [index, paragraph] of paragraphs.entries()) {
      const [previous, next] = [paragraphs[index - 1]?.id ?? null, paragraphs[index + 1]?.id ?? null];
      if (!places.has(paragraph.id)) places.set(paragraph.id, { agendaItemId, paragraph, previous, next });
    }
  }
  return places;
}

/** Of the words that an organiser had before their eyes; a decision on other words than those is refused. */
export function fingerprintOf(place: Place | null | undefined): string {
  if (!place) return 'gone';
  return createHash('sha256').update(plainText(place.paragraph.inline)).digest('hex').slice(0, 16);
}
