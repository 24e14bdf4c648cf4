import { sql } from 'kysely';
import type { VersionReason } from '#app/model/note-history.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** A version of a section, without what it says. */
export interface VersionInList {
  id: string;
  /** Instant. */
  savedAt: string;
  reason: VersionReason;
  /** Numbers of whoever wrote since the version before; see listWriters. */
  authors: number[];
}

/** The versions of one section, the newest first; none for whoever may not write in the notes. */
export async function listVersions(db: Executor, scope: MeetingScope, agendaItemId: string): Promise<VersionInList[]> {
  if (!scope.can.writeNotes && !scope.can.organise) return [];
  return db
    .selectFrom('noteSectionVersions')
    .select(['id', 'savedAt', 'authors', sql<VersionReason>`reason`.as('reason')])
    .where('meetingId', '=', scope.meetingId)
    .where('agendaItemId', '=', agendaItemId)
    .orderBy('savedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(300)
    .execute();
}

/** What some versions say, by their ids. */
export async function readVersions(db: Executor, scope: MeetingScope, ids: readonly string[]): Promise<Map<string, NoteBlock[]>> {
  if ((!scope.can.writeNotes && !scope.can.organise) || ids.length === 0) return new Map();
  const found = await db
    .selectFrom('noteSectionVersions')
    .select(['id', sql<NoteBlock[]>`blocks`.as('blocks')])
    .where('meetingId', '=', scope.meetingId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .limit(10)
    .execute();
  return new Map(found.map(({ id, blocks }) => [id, blocks]));
}

/** Whoever has a number in these notes. */
export interface NoteWriter {
  number: number;
  personId: string;
  name: string;
}

export async function listWriters(db: Executor, scope: MeetingScope): Promise<NoteWriter[]> {
  if (!scope.can.readNotes) return [];
  return db
    .selectFrom('noteAuthors')
    .innerJoin('people', 'people.id', 'noteAuthors.personId')
    .select(['noteAuthors.number', 'noteAuthors.personId', sql<string>`trim(given_name || ' ' || family_name)`.as('name')])
    .where('noteAuthors.meetingId', '=', scope.meetingId)
    .orderBy('noteAuthors.number')
    .limit(2000)
    .execute();
}

/** Whose each Yjs client id is: pairs of client id and number. */
export async function listClients(db: Executor, scope: MeetingScope): Promise<[client: number, author: number][]> {
  if (!scope.can.readNotes) return [];
  const found = await db
    .selectFrom('noteClients')
    .select(['clientId', 'authorNumber'])
    .where('meetingId', '=', scope.meetingId)
    .orderBy('clientId')
    .limit(20_000)
    .execute();
  return found.map(({ clientId, authorNumber }) => [clientId, authorNumber]);
}

/** How many versions each section of the meeting has. */
export async function countVersions(db: Executor, scope: MeetingScope): Promise<Map<string, number>> {
  if (!scope.can.writeNotes && !scope.can.organise) return new Map();
  const found = await db
    .selectFrom('noteSectionVersions')
    .select(({ fn }) => ['agendaItemId', fn.countAll<number>().as('count')])
    .where('meetingId', '=', scope.meetingId)
    .groupBy('agendaItemId')
    .limit(500)
    .execute();
  return new Map(found.map(({ agendaItemId, count }) => [agendaItemId, Number(count)]));
}

/** Sections in which nobody writes. */
export async function listLockedSections(db: Executor, scope: MeetingScope): Promise<string[]> {
  const found = await db
    .selectFrom('noteLocks')
    .innerJoin('agendaItems', 'agendaItems.id', 'noteLocks.agendaItemId')
    .select('noteLocks.agendaItemId')
    .where('agendaItems.meetingId', '=', scope.meetingId)
    .limit(500)
    .execute();
  return found.map(({ agendaItemId }) => agendaItemId);
}
