import { sql } from 'kysely';
import type { RecordKind } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** A decision, an action, a proposal or a take-away of the notes, as lists show it. */
export interface NoteRecord {
  /** Of the block in the notes. */
  blockId: string;
  agendaItemId: string | null;
  kind: RecordKind;
  /** Order in the notes, among all records, when they were last written. */
  position: number;
  body: string;
  /** Attendance of whoever does it, when picked from the list. */
  assigneeId: string | null;
  /** Their name as of that day, or as written; '' when nobody is named. */
  assignee: string;
  /** ISO day. */
  dueOn: string | null;
}

/** The records of a meeting's notes, in their order; none for whoever may not read the notes. */
export async function listRecords(
  db: Executor,
  scope: MeetingScope,
  { kind, limit = 500 }: { kind?: RecordKind; limit?: number } = {},
): Promise<NoteRecord[]> {
  if (!scope.can.readNotes) return [];
  let query = db
    .selectFrom('noteRecords')
    // in the order of the agenda of now; what was said under an item that was removed is no longer shown
    .innerJoin('agendaItems', 'agendaItems.id', 'noteRecords.agendaItemId')
    .leftJoin('attendances', (join) =>
      join.onRef('attendances.id', '=', 'noteRecords.assigneeId').onRef('attendances.meetingId', '=', 'noteRecords.meetingId'),
    )
    .select(['noteRecords.blockId', 'noteRecords.agendaItemId', 'noteRecords.kind', 'noteRecords.position', 'noteRecords.body'])
    .select(['noteRecords.assigneeId', 'noteRecords.dueOn'])
    .select(sql<string>`coalesce(attendances.given_name || ' ' || attendances.family_name, note_records.assignee)`.as('assignee'))
    .where('noteRecords.meetingId', '=', scope.meetingId);
  if (kind) query = query.where('noteRecords.kind', '=', kind);
  return query.orderBy('agendaItems.position').orderBy('noteRecords.position').limit(limit).execute();
}
