import * as Y from 'yjs';
import { type NoteSection, sectionName } from '#app/model/notes.ts';
import { decodeParts } from '#app/model/notes-frames.ts';
import { normalise } from '#app/model/read-blocks.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { listSections, readLog, type StoredLog } from '#db/notes/log.ts';
import type { Services } from '#server/services.ts';

/**
 * The notes of a meeting as they are on disk: one section for each agenda item, in their order, empty ones too.
 * Nothing for whoever may not read the notes. The document is read and never changed.
 */
export async function readNotes({ db }: Pick<Services, 'db'>, scope: MeetingScope): Promise<NoteSection[]> {
  if (!scope.can.readNotes) return [];
  return readNotesWithin(db, scope.meetingId);
}

/** The same for a verb that looked who asks, inside its transaction if it has one. */
export async function readNotesWithin(db: Executor, meetingId: string): Promise<NoteSection[]> {
  const doc = await readDocument(db, meetingId);
  const sections = await listSections(db, meetingId);
  return sections.map((agendaItemId) => ({ agendaItemId, blocks: normalise(doc.getXmlFragment(sectionName(agendaItemId))) }));
}

/** The shared document of a meeting, as stored. */
export async function readDocument(db: Executor, meetingId: string): Promise<Y.Doc> {
  return documentOf(await readLog(db, meetingId));
}

/** What a log holds as one document; one transaction, which is what makes it fast and lets go of what was deleted. */
export function documentOf({ snapshot, rows }: StoredLog): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.body);
    for (const { body } of rows) for (const { update } of decodeParts(body)) Y.applyUpdate(doc, update);
  });
  return doc;
}
