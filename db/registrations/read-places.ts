import { sql } from 'kysely';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import type { PlaceState } from '#app/model/registrations.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** Sessions of the edition that this person may ask for, in order of time, with how many places they have (null: no limit) and who has them. */
export async function listPlacesOfSessions(db: Executor, { editionId, network }: Pick<EditionScope, 'editionId' | 'network'>) {
  return db
    .selectFrom('meetings')
    .leftJoin('rooms', 'rooms.id', 'meetings.roomId')
    .select(['meetings.id as meetingId', 'meetings.slug', 'meetings.title', 'meetings.edtf', 'meetings.timeZone', 'meetings.placeName'])
    .select((eb) => [
      eb.fn.coalesce('meetings.capacity', 'rooms.capacity').as('capacity'),
      sql<string | null>`lower(meetings.during)`.as('startsAt'),
      sql<string | null>`upper(meetings.during)`.as('endsAt'),
      countOf('registered').as('registered'),
      countOf('waiting').as('waiting'),
    ])
    .where('meetings.editionId', '=', editionId)
    .where('meetings.status', 'not in', ['draft', 'cancelled'])
    .where(visibleMeetings(network))
    .orderBy(sql`lower(meetings.during) nulls last`)
    .orderBy('meetings.id')
    .limit(EDITION_LIMITS.sessions)
    .execute();
}

const countOf = (state: PlaceState) =>
  sql<number>`(select count(*) from session_registrations s where s.meeting_id = meetings.id and s.state = ${state})`;
