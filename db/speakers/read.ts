import { sql } from 'kysely';
import type { Answer, AttendanceRole } from '#app/model/attendance.ts';
import type { EditionScope, MeetingScope } from '#app/model/scope.ts';
import { type SlidesFormat, SPEAKER_LIMITS } from '#app/model/speakers.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { HAS_PART } from './has-part.ts';

/** Somebody with a part in a session, as its page shows them: never an address. */
export interface SessionSpeaker {
  attendanceId: string;
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  roles: AttendanceRole[];
  answer: Answer;
  about: string;
  /** Changes with every portrait; null: none. */
  portrait: string | null;
  /** Only what this reader may have. */
  slides: { fileName: string; format: SlidesFormat; bytes: number } | null;
}

/** Slides that a reader of the session may have: organisers all of them, others those that were published. */
const RELEASED = sql<boolean>`(speaker_slides.release = 'now' or (speaker_slides.release = 'with_minutes'
  and exists (select from minutes m join minutes_versions v on v.minutes_id = m.id where m.meeting_id = attendances.meeting_id)))`;

/** Who has a part in a session of an edition and has not declined; nobody in a meeting that is no session. */
export async function listSessionSpeakers(
  db: Executor,
  scope: MeetingScope,
): Promise<{ edition: string; speakers: SessionSpeaker[] } | null> {
  const session = await db
    .selectFrom('meetings')
    .innerJoin('editions', 'editions.id', 'meetings.editionId')
    .select(['editions.slug', 'editions.id'])
    .where('meetings.id', '=', scope.meetingId)
    .executeTakeFirst();
  if (!session) return null;
  const rows = await db
    .selectFrom('attendances')
    .leftJoin('speakers', (join) => join.onRef('speakers.personId', '=', 'attendances.personId').on('speakers.editionId', '=', session.id))
    .leftJoin('speakerPortraits', (join) =>
      join.onRef('speakerPortraits.personId', '=', 'attendances.personId').on('speakerPortraits.editionId', '=', session.id),
    )
    .leftJoin('speakerSlides', (join) => {
      const own = join.onRef('speakerSlides.attendanceId', '=', 'attendances.id');
      return scope.can.organise ? own : own.on(RELEASED);
    })
    .select(['attendances.id as attendanceId', 'attendances.personId', 'attendances.givenName', 'attendances.familyName'])
    .select(['attendances.function', 'attendances.organisationName', 'attendances.roles', 'attendances.answer'])
    .select([sql<string>`coalesce(speakers.about, '')`.as('about'), 'speakerPortraits.madeAt as portrait'])
    .select(
      sql<SessionSpeaker['slides']>`case when speaker_slides.attendance_id is not null then jsonb_build_object(
        'fileName', speaker_slides.file_name, 'format', speaker_slides.format, 'bytes', octet_length(speaker_slides.bytes)) end`.as(
        'slides',
      ),
    )
    .where('attendances.meetingId', '=', scope.meetingId)
    .where('attendances.answer', '!=', 'declined')
    .where(HAS_PART)
    .orderBy('attendances.familyName')
    .orderBy('attendances.id')
    .limit(100)
    .execute();
  return { edition: session.slug, speakers: rows };
}

/** The file of somebody's slides, for whoever may have them. */
export async function findSlides(
  db: Executor,
  scope: MeetingScope,
  attendanceId: string,
): Promise<{ fileName: string; format: SlidesFormat; bytes: Buffer } | undefined> {
  let query = db
    .selectFrom('speakerSlides')
    .innerJoin('attendances', 'attendances.id', 'speakerSlides.attendanceId')
    .select(['speakerSlides.fileName', 'speakerSlides.format', 'speakerSlides.bytes'])
    .where('attendances.id', '=', attendanceId)
    .where('attendances.meetingId', '=', scope.meetingId);
  if (!scope.can.organise) query = query.where(RELEASED).where('attendances.answer', '!=', 'declined');
  return query.executeTakeFirst();
}

/** Portraits that this reader may see: of those with a part in a session that they may see. Organisers see all. */
function portraitsFor(db: Executor, scope: EditionScope) {
  let seen = db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .select('attendances.personId')
    .where('meetings.editionId', '=', scope.editionId)
    .where(HAS_PART);
  if (!scope.can.organise) seen = seen.where('attendances.answer', '!=', 'declined').where(visibleMeetings(scope.network));
  return db
    .selectFrom('speakerPortraits')
    .where('speakerPortraits.editionId', '=', scope.editionId)
    .where('speakerPortraits.personId', 'in', seen);
}

/** Whose portraits there are, with what changes when one does. */
export async function listPortraits(db: Executor, scope: EditionScope): Promise<{ personId: string; version: string }[]> {
  return portraitsFor(db, scope)
    .select(['speakerPortraits.personId', 'speakerPortraits.madeAt as version'])
    .orderBy('speakerPortraits.personId')
    .limit(SPEAKER_LIMITS.speakers)
    .execute();
}

export async function findPortrait(
  db: Executor,
  scope: EditionScope,
  personId: string,
): Promise<{ bytes: Buffer; madeAt: string } | undefined> {
  return portraitsFor(db, scope)
    .select(['speakerPortraits.bytes', 'speakerPortraits.madeAt'])
    .where('speakerPortraits.personId', '=', personId)
    .executeTakeFirst();
}
