import { IMPORT_LIMITS, type ImportDraft, type ReadingNotice, type SourcePart } from '#app/model/imports.ts';
import { readHeader } from './header.ts';
import { readHeadings } from './headings.ts';
import { People } from './people.ts';
import { proposePieces } from './propose-pieces.ts';
import { takePeople } from './take-people.ts';

/** What is proposed to become of what was read: always the same for the same source. Nothing in it is decided. */
export function proposeDraft(read: readonly SourcePart[], notices: readonly ReadingNotice[] = []): ImportDraft {
  const source = read.slice(0, IMPORT_LIMITS.parts);
  const people = new People();
  const { header, parts: used } = readHeader(source, people);
  for (const part of takePeople(source, people, used)) used.add(part);
  const titles = readHeadings(source, used);
  const pieces = proposePieces(source, { used, titles, people });
  const cut = source.length < read.length && !notices.includes('cut') ? (['cut'] as const) : [];
  return { source, header, attendees: people.list, pieces, notices: [...notices, ...cut], keepContacts: false };
}
