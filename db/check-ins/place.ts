import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The entrance of an edition (meetingId: null), or one of its sessions. */
export interface Place {
  editionId: string;
  meetingId: string | null;
}

/** Keeps the rows of `check_in_events` of one place. */
export function atPlace({ editionId, meetingId }: Place): RawBuilder<SqlBool> {
  const there = meetingId === null ? sql`check_in_events.meeting_id is null` : sql`check_in_events.meeting_id = ${meetingId}`;
  return sql<SqlBool>`check_in_events.edition_id = ${editionId} and ${there}`;
}
