import { sql } from 'kysely';
import type { Trx } from '#db/client.ts';

export interface SessionToCopy {
  id: string;
  groupId: string;
  title: string;
  summary: string;
  visibility: 'public' | 'members';
  languages: string[];
  capacity: number | null;
  themes: string[];
  countries: string[];
  slotId: string | null;
  roomId: string | null;
  trackId: string | null;
}

/** The sessions of an edition that were not cancelled, in order of title, with where the draft has them. */
export async function listSessionsToCopy(trx: Trx, editionId: string): Promise<SessionToCopy[]> {
  return trx
    .selectFrom('meetings')
    .leftJoin('placements', 'placements.meetingId', 'meetings.id')
    .select(['meetings.id', 'meetings.groupId', 'meetings.title', 'meetings.summary', 'meetings.visibility'])
    .select(['meetings.languages', 'meetings.capacity', 'placements.slotId', 'placements.roomId', 'placements.trackId'])
    .select([
      sql<string[]>`array(select t.name from meeting_themes mt join themes t on t.id = mt.theme_id
        where mt.meeting_id = meetings.id order by t.name)`.as('themes'),
      sql<string[]>`array(select mc.country::text from meeting_countries mc where mc.meeting_id = meetings.id order by mc.country)`.as(
        'countries',
      ),
    ])
    .where('meetings.editionId', '=', editionId)
    .where('meetings.status', '!=', 'cancelled')
    .orderBy('meetings.title')
    .limit(400)
    .execute();
}

/** The points of an agenda, without who presents them, and without what was carried over into it. */
export async function copyHeadings(trx: Trx, { from, to }: { from: string; to: string }): Promise<void> {
  await trx
    .insertInto('agendaItems')
    .columns(['meetingId', 'position', 'title', 'kind', 'durationMinutes', 'summary'])
    .expression((eb) =>
      eb
        .selectFrom('agendaItems')
        .select([sql<string>`${to}::uuid`.as('meetingId'), 'position', 'title', 'kind', 'durationMinutes', 'summary'])
        .where('meetingId', '=', from)
        .where('carriedFrom', 'is', null),
    )
    .execute();
}

/** Chairs, facilitators and speakers, by the roles they held; nobody is invited by it, and no answer is taken over. */
export async function listSpeakers(
  trx: Trx,
  meetingId: string,
): Promise<{ personId: string; roles: ('chair' | 'facilitator' | 'speaker')[] }[]> {
  const kept = ['chair', 'facilitator', 'speaker'] as const;
  const rows = await trx
    .selectFrom('attendances')
    .select(['personId', 'roles'])
    .where('meetingId', '=', meetingId)
    .where(sql<boolean>`roles && array['chair', 'facilitator', 'speaker']`)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId, roles }) => ({ personId, roles: kept.filter((role) => roles.includes(role)) }));
}
