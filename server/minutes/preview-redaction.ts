import { frenchSpaces } from '#app/model/french-typography.ts';
import { blockText, type MinutesContent } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import { isRedactable, Redaction } from '#app/model/redaction.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { findVersion, listVersions } from '#db/minutes/read.ts';
import { findSealedVersion } from '#db/minutes/read-versions.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';
import { editionsOf } from './note-version.ts';
import { readContent } from './read-content.ts';
import { type FoundWords, findInContent } from './redact-content.ts';
import { type FoundElsewhere, findElsewhere } from './redact-elsewhere.ts';

/** Places shown one by one. */
const SHOWN = 200;

/** A paragraph that can be picked instead of typing its words. */
export interface Statement {
  /** Its id, 'b-…' in the page. */
  anchor: string;
  section: string;
  text: string;
}

export interface RedactionPage {
  title: string;
  /** Of the latest version; 0: none is out. */
  number: number;
  statements: Statement[];
}

/** What can be redacted of the latest version, in the order of its page. */
export async function readRedactionPage({ db }: Services, scope: OrganisedMeeting): Promise<RedactionPage | null> {
  const latest = await findVersion(db, scope);
  if (!latest) return null;
  const { meeting, sections } = latestInternal(await findSealedVersion(db, scope, latest.number)) ?? readContent(latest.content);
  const statements = sections.flatMap(({ title, entries }) =>
    entries
      .flatMap((entry) => (entry.type === 'intervention' ? entry.blocks : [entry.block]))
      .flatMap(paragraphs)
      .map(({ id, text }) => ({ anchor: `b-${id}`, section: title, text })),
  );
  return { title: frenchSpaces(meeting.title), number: latest.number, statements: statements.filter(({ text }) => isRedactable(text)) };
}

export interface RedactionPreview {
  /** Places of the latest version; where both editions say it, once, as of the public one. */
  places: FoundWords[];
  /** How many more there are. */
  more: number;
  /** Earlier versions that say it. */
  earlier: number[];
  inNotes: boolean;
  elsewhere: FoundElsewhere[];
}

/** Where these words stand now. Changes nothing. */
export async function previewRedaction(services: Services, scope: MeetingScope, words: readonly string[]): Promise<RedactionPreview> {
  const redaction = new Redaction(words);
  const { db } = services;
  const versions = await listVersions(db, scope);
  const earlier: number[] = [];
  let places: FoundWords[] = [];
  for (const { number, redactedAt } of versions) {
    const version = redactedAt === null ? await findSealedVersion(db, scope, number) : undefined;
    if (!version || version.content === null) continue;
    const editions = editionsOf({ content: version.content, internalContent: version.internalContent });
    const open = findInContent(editions.public, redaction);
    const known = new Set(open.map(({ section, text }) => `${section}\n${text}`));
    const found = [
      ...open,
      ...findInContent(editions.internal, redaction).filter(({ section, text }) => !known.has(`${section}\n${text}`)),
    ];
    if (number === versions[0]?.number) places = found;
    else if (found.length > 0) earlier.push(number);
  }
  const notes = await readNotes(services, scope);
  const inNotes = notes.some(({ blocks }) => blocks.some((block) => redaction.touches(blockText(block))));
  const elsewhere = await findElsewhere(db, scope, redaction);
  return { places: places.slice(0, SHOWN), more: Math.max(0, places.length - SHOWN), earlier: earlier.reverse(), inNotes, elsewhere };
}

function latestInternal(version: { internalContent: string | null } | undefined): MinutesContent | null {
  return version?.internalContent ? readContent(version.internalContent) : null;
}

function paragraphs(block: NoteBlock): { id: string; text: string }[] {
  switch (block.type) {
    case 'paragraph':
      return [{ id: block.id, text: blockText(block).replace(/\s+/g, ' ').trim() }];
    case 'list':
      return block.items.flat().flatMap(paragraphs);
    case 'quote':
      return block.blocks.flatMap(paragraphs);
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(paragraphs));
    default:
      return [];
  }
}
