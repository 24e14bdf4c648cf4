import { sql } from 'kysely';
import type { NoteBlock, NoteSection } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** What each section of the notes said at an instant, as far as it was kept; nothing for who does not organise the meeting. */
export async function readNotesAsOf(db: Executor, scope: MeetingScope, instant: string): Promise<NoteSection[]> {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('noteSectionVersions')
    .distinctOn('agendaItemId')
    .select(['agendaItemId', sql<NoteBlock[]>`blocks`.as('blocks')])
    .where('meetingId', '=', scope.meetingId)
    .where('savedAt', '<=', instant)
    .orderBy('agendaItemId')
    .orderBy('savedAt', 'desc')
    .limit(500)
    .execute();
}
