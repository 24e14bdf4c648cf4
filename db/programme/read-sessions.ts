import { sql } from 'kysely';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { EditionScope, MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { withFacets } from '#db/meetings/rows.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** A session as the programme shows it; `edtf` and `timeZone` say when. */
export interface ProgrammeSession {
  id: string;
  slug: string;
  title: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
  /** Where it takes place in words; the room's name where it has one. */
  placeName: string;
  online: boolean;
  room: { id: string; name: string; position: number } | null;
  track: { id: string; name: string; position: number } | null;
  /** ISO 639-1. */
  languages: string[];
  /** Places for those who register: its own, else the room's; null: nobody counts. */
  capacity: number | null;
  themes: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** Number of the newest published version of the minutes; null: none. */
  minutesVersion: number | null;
}

/** The sessions of an edition that this person may see: by time, then room by room; those without an hour last; cancelled ones too. */
export async function listProgrammeSessions(db: Executor, scope: EditionScope, { limit }: { limit: number }): Promise<ProgrammeSession[]> {
  const rows = await withFacets(db)
    .leftJoin('rooms', 'rooms.id', 'meetings.roomId')
    .leftJoin('tracks', 'tracks.id', 'meetings.trackId')
    .select(['meetings.languages', 'rooms.id as roomId', 'rooms.name as roomName', 'rooms.position as roomPosition'])
    .select(['tracks.id as trackId', 'tracks.name as trackName', 'tracks.position as trackPosition'])
    .select(sql<number | null>`coalesce(meetings.capacity, rooms.capacity)`.as('capacity'))
    .where('meetings.editionId', '=', scope.editionId)
    .where(visibleMeetings(scope.network))
    .orderBy(sql`lower(meetings.during) nulls last`)
    .orderBy(sql`rooms.position nulls last`)
    .orderBy('meetings.placeName')
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { id, slug, title, status, edtf, timeZone, online, languages, capacity, themes, countries, minutesVersion } = row;
    return {
      ...{ id, slug, title, status, edtf, timeZone, online, languages, capacity, themes, countries, minutesVersion },
      placeName: row.roomName ?? row.placeName,
      room: partOf(row.roomId, row.roomName, row.roomPosition),
      track: partOf(row.trackId, row.trackName, row.trackPosition),
    };
  });
}

function partOf(id: string | null, name: string | null, position: number | null) {
  return id !== null && name !== null && position !== null ? { id, name, position } : null;
}

/** The edition that a meeting is a session of; undefined: of none. */
export async function findEditionOfMeeting(db: Executor, { meetingId }: MeetingScope): Promise<{ slug: string; name: string } | undefined> {
  return db
    .selectFrom('meetings')
    .innerJoin('editions', 'editions.id', 'meetings.editionId')
    .select(['editions.slug', 'editions.name'])
    .where('meetings.id', '=', meetingId)
    .executeTakeFirst();
}
