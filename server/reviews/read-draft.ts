import { fullNameOf } from '#app/model/attendance.ts';
import type { ProposedIdentity } from '#app/model/complements.ts';
import type { Entry, MinutesContent, MinutesSection } from '#app/model/minutes-content.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { NoteBlock, NoteParagraph, NoteSection } from '#app/model/notes.ts';
import { nameKey } from '#app/model/text.ts';
import type { OwnReview } from '#db/reviews/read.ts';
import { composeMinutes } from '#server/minutes/compose-minutes.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import type { ReviewReader } from './access.ts';

/** A paragraph of the notes, and where it stands. */
export interface DraftPlace {
  agendaItemId: string;
  paragraph: NoteParagraph;
}

export interface ReviewDraft {
  content: MinutesContent;
  /** Of every section, by its anchor: the point of the agenda that it is. */
  pointOf: ReadonlyMap<string, string>;
  /** Every paragraph that can be proposed upon, by its id. */
  places: ReadonlyMap<string, DraftPlace>;
}

/** The minutes as they would be published to those who were there, from the notes as they are now. */
export async function readDraft(services: Services, { draft }: Pick<ReviewReader, 'draft'>): Promise<ReviewDraft> {
  const [{ content }, notes] = await Promise.all([composeMinutes(services, draft, { edition: 'internal' }), readNotes(services, draft)]);
  const places = placesIn(notes);
  const pointOf = new Map<string, string>();
  for (const section of content.sections) {
    const id = firstParagraphOf(section);
    const place = id === null ? undefined : places.get(id);
    if (place) pointOf.set(section.anchor, place.agendaItemId);
  }
  return { content, pointOf, places };
}

/** Every paragraph of the notes that says something, by its id. */
function placesIn(notes: readonly NoteSection[]): Map<string, DraftPlace> {
  const places = new Map<string, DraftPlace>();
  for (const { agendaItemId, blocks } of notes)
    for (const paragraph of paragraphsIn(blocks)) places.set(paragraph.id, { agendaItemId, paragraph });
  return places;
}

/** The paragraphs in blocks, however deep, in reading order; empty ones left out. */
export function paragraphsIn(blocks: readonly NoteBlock[]): NoteParagraph[] {
  return blocks.flatMap(paragraphsOf);
}

function paragraphsOf(block: NoteBlock): NoteParagraph[] {
  switch (block.type) {
    case 'paragraph':
      return plainText(block.inline).trim() ? [block] : [];
    case 'list':
      return paragraphsIn(block.items.flat());
    case 'quote':
      return paragraphsIn(block.blocks);
    case 'table':
      return paragraphsIn(block.rows.flat().flatMap((cell) => cell.blocks));
    case 'heading':
    case 'rule':
      return [];
  }
}

/** How the minutes name a participant: themselves, or who came in their stead. */
export function identityOf(own: OwnReview): ProposedIdentity {
  const organisation = own.organisationName;
  if (own.answer === 'represented') return { name: own.substituteName, function: own.substituteFunction, organisation };
  return { name: fullNameOf(own), function: own.function, organisation };
}

/** Whether an entry is something that this person said. */
export function isOwnEntry(entry: Entry, own: ProposedIdentity): boolean {
  return entry.type === 'intervention' && own.name !== '' && nameKey(entry.speaker.name) === nameKey(own.name);
}

export const blocksOf = (entry: Entry): readonly NoteBlock[] => (entry.type === 'intervention' ? entry.blocks : [entry.block]);

function firstParagraphOf(section: MinutesSection): string | null {
  for (const entry of section.entries) {
    const [first] = paragraphsIn(blocksOf(entry));
    if (first) return first.id;
  }
  return null;
}
