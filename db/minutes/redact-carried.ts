import { sql } from 'kysely';
import type { Redaction } from '#app/model/redaction.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';
import { asText, redactTable } from './redact-table.ts';

export interface RepeatingPoints {
  meetingId: string;
  /** Points for the open actions that the group's other meetings may have. */
  actionsPoints: readonly string[];
}

/** Points of other meetings that repeat what this one's say: carried over from it, however often, and those for open actions. */
const repeating = ({ meetingId, actionsPoints }: RepeatingPoints) => sql<boolean>`
  agenda_items.meeting_id <> ${meetingId}::uuid and (agenda_items.id = any(${[...actionsPoints]}::uuid[]) or agenda_items.id in (
    with recursive carried as (
      select copy.id from agenda_items copy join agenda_items own on own.id = copy.carried_from where own.meeting_id = ${meetingId}::uuid
      union
      select copy.id from agenda_items copy join carried on carried.id = copy.carried_from
    )
    select id from carried
  ))`;

/** Redacts words in these points; gives the meetings on whose agenda they stood. */
export async function redactCarried(trx: Trx, points: RepeatingPoints, redaction: Redaction): Promise<string[]> {
  const columns = ['title', 'summary'].map(asText);
  const rows = await redactTable(trx, { table: 'agenda_items', columns, where: repeating(points), redaction });
  return [...new Set(rows.map((row) => String(row.meeting_id)))];
}

/** The same points as they are, with the meetings that have them. */
export async function listRepeatingPoints(db: Executor, points: RepeatingPoints) {
  return db
    .selectFrom('agendaItems')
    .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
    .select(['meetings.id as meetingId', 'meetings.title as meeting', 'agendaItems.title', 'agendaItems.summary'])
    .where(repeating(points))
    .orderBy('meetings.id')
    .orderBy('agendaItems.position')
    .limit(5000)
    .execute();
}

/** The texts of what meetings have published last. */
export async function listLatestTexts(db: Executor, meetingIds: readonly string[]) {
  return db
    .selectFrom('minutes')
    .innerJoin('minutesVersions', 'minutesVersions.minutesId', 'minutes.id')
    .select(['minutes.meetingId', 'minutesVersions.content', 'minutesVersions.internalContent'])
    .distinctOn('minutes.id')
    .where('minutes.meetingId', 'in', [...meetingIds])
    .orderBy('minutes.id')
    .orderBy('minutesVersions.number', 'desc')
    .execute();
}

/** Meetings of the same group. */
export async function listOtherMeetings(db: Executor, { groupId, meetingId }: MeetingScope): Promise<string[]> {
  const rows = await db
    .selectFrom('meetings')
    .select('id')
    .where('groupId', '=', groupId)
    .where('id', '<>', meetingId)
    .orderBy('id')
    .limit(5000)
    .execute();
  return rows.map(({ id }) => id);
}
