import type { Entry, MinutesContent } from '#app/model/minutes-content.ts';
import type { BlockKind, NoteBlock, NoteParagraph, NoteSection } from '#app/model/notes.ts';
import { lineOf } from '../propose/runs.ts';
import { KIND_LABELS } from '../propose/words.ts';

/** A paragraph of the notes, as a file may hold it. */
export interface KnownParagraph {
  id: string;
  agendaItemId: string;
  kind: BlockKind;
  text: string;
}

/** The paragraphs of the notes that an office document marks: those of a point and those in its lists; the lines of turns are headings there. */
export function knownParagraphs(sections: readonly NoteSection[]): KnownParagraph[] {
  return sections.flatMap(({ agendaItemId, blocks }) =>
    paragraphsIn(blocks)
      .filter(({ kind }) => kind !== 'turn')
      .map(({ id, kind, inline }) => ({ id, agendaItemId, kind, text: lineOf(inline) })),
  );
}

/** What one edition of a version said of each of its paragraphs, by id. */
export function wordsOfVersion({ sections }: Pick<MinutesContent, 'sections'>): Map<string, string> {
  const blocksOf = (entry: Entry) => (entry.type === 'intervention' ? entry.blocks : [entry.block]);
  const paragraphs = sections.flatMap((section) => section.entries.flatMap((entry) => paragraphsIn(blocksOf(entry))));
  return new Map(paragraphs.map(({ id, inline }) => [id, lineOf(inline)]));
}

function paragraphsIn(blocks: readonly NoteBlock[]): NoteParagraph[] {
  return blocks.flatMap((block): NoteParagraph[] => {
    if (block.type === 'paragraph') return [block];
    if (block.type === 'list') return paragraphsIn(block.items.flat());
    return block.type === 'quote' ? paragraphsIn(block.blocks) : [];
  });
}

/** Words by which two texts are the same, whatever a word processor made of their spaces, apostrophes and quotes. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[«»“”„]/gu, '"')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([;:!?"%]) ?/gu, '$1')
    .trim();
}

/** How many characters of a line are the label that a file puts before such a paragraph. */
export function labelLength(line: string, kind: BlockKind): number {
  return KIND_LABELS.find(([of]) => of === kind)?.[1].exec(line)?.[0].length ?? 0;
}
