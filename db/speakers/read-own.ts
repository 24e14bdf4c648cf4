import { sql } from 'kysely';
import type { Answer, AttendanceRole } from '#app/model/attendance.ts';
import type { Language } from '#app/model/language.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { SpeakerScope } from '#app/model/scope.ts';
import type { SlidesFormat, SlidesRelease } from '#app/model/speakers.ts';
import type { Executor } from '#db/client.ts';
import { HAS_PART } from './has-part.ts';

export interface OwnPart {
  attendanceId: string;
  title: string;
  edtf: string;
  timeZone: string;
  placeName: string;
  status: MeetingStatus;
  roles: AttendanceRole[];
  answer: Answer;
  /** Why they decline; '' for nothing. */
  regret: string;
  slides: { fileName: string; format: SlidesFormat; bytes: number; release: SlidesRelease } | null;
  /** Who else has a part and has not declined. */
  others: { name: string; roles: AttendanceRole[]; organisation: string }[];
}

const SLIDES = sql<OwnPart['slides']>`(
  select jsonb_build_object('fileName', s.file_name, 'format', s.format, 'bytes', octet_length(s.bytes), 'release', s.release)
  from speaker_slides s where s.attendance_id = attendances.id
)`;
const OTHERS = sql<OwnPart['others']>`coalesce((
  select jsonb_agg(jsonb_build_object('name', trim(o.given_name || ' ' || o.family_name), 'roles', o.roles, 'organisation', o.organisation_name)
    order by o.family_name, o.id)
  from attendances o
  where o.meeting_id = meetings.id and o.id <> attendances.id and o.answer <> 'declined' and o.roles && array['chair', 'facilitator', 'speaker']
), '[]')`;

/** The parts that somebody has in an edition, in order of time, those without an hour last. */
export async function listOwnParts(db: Executor, scope: SpeakerScope): Promise<OwnPart[]> {
  return db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .leftJoin('speakerRegrets', 'speakerRegrets.attendanceId', 'attendances.id')
    .select(['attendances.id as attendanceId', 'attendances.roles', 'attendances.answer'])
    .select(['meetings.title', 'meetings.edtf', 'meetings.timeZone', 'meetings.placeName', 'meetings.status'])
    .select([sql<string>`coalesce(speaker_regrets.words, '')`.as('regret'), SLIDES.as('slides'), OTHERS.as('others')])
    .where('attendances.personId', '=', scope.personId)
    .where('meetings.editionId', '=', scope.editionId)
    .where(HAS_PART)
    .orderBy(sql`lower(meetings.during) nulls last`)
    .orderBy('meetings.title')
    .limit(100)
    .execute();
}

export interface OwnProfile {
  edition: { slug: string; name: string; place: string; startsOn: string; endsOn: string; groupName: string };
  language: Language;
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  about: string;
  detailsAt: string | null;
  /** Changes with every portrait; null: none. */
  portrait: string | null;
  /** 0: nothing was kept yet. */
  revision: number;
}

/** What somebody said of themselves for an edition; until they did, what the list of their first session says. */
export async function readOwnProfile(db: Executor, scope: SpeakerScope): Promise<OwnProfile> {
  const { editionId, personId } = scope;
  const [edition, as, kept] = await Promise.all([
    db
      .selectFrom('editions')
      .innerJoin('groups', 'groups.id', 'editions.groupId')
      .select(['editions.slug', 'editions.name', 'editions.place', 'editions.startsOn', 'editions.endsOn', 'groups.name as groupName'])
      .where('editions.id', '=', editionId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('attendances')
      .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
      .innerJoin('people', 'people.id', 'attendances.personId')
      .select(['attendances.givenName', 'attendances.familyName', 'attendances.function', 'attendances.organisationName as organisation'])
      .select('people.language')
      .where('attendances.personId', '=', personId)
      .where('meetings.editionId', '=', editionId)
      .where(HAS_PART)
      .orderBy(sql`lower(meetings.during) nulls last`)
      .orderBy('attendances.id')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('speakers')
      .leftJoin('speakerPortraits', (join) =>
        join.onRef('speakerPortraits.editionId', '=', 'speakers.editionId').onRef('speakerPortraits.personId', '=', 'speakers.personId'),
      )
      .select(['about', 'detailsAt', 'revision', 'speakerPortraits.madeAt as portrait'])
      .where('speakers.editionId', '=', editionId)
      .where('speakers.personId', '=', personId)
      .executeTakeFirst(),
  ]);
  return { edition, ...as, ...(kept ?? { about: '', detailsAt: null, portrait: null, revision: 0 }) };
}

/** One's own portrait, before anybody else may see it. */
export async function findOwnPortrait(db: Executor, scope: SpeakerScope): Promise<{ bytes: Buffer; madeAt: string } | undefined> {
  return db
    .selectFrom('speakerPortraits')
    .select(['bytes', 'madeAt'])
    .where('editionId', '=', scope.editionId)
    .where('personId', '=', scope.personId)
    .executeTakeFirst();
}
