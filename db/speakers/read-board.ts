import { type NotNull, sql } from 'kysely';
import type { Answer, AttendanceRole } from '#app/model/attendance.ts';
import type { Language } from '#app/model/language.ts';
import type { EditionScope } from '#app/model/scope.ts';
import { type Owed, owedBy, type SlidesRelease, SPEAKER_LIMITS } from '#app/model/speakers.ts';
import type { Executor } from '#db/client.ts';
import { HAS_PART } from './has-part.ts';

export interface BoardPart {
  attendanceId: string;
  slug: string;
  title: string;
  edtf: string;
  timeZone: string;
  roles: AttendanceRole[];
  answer: Answer;
  regret: string;
  slides: boolean;
  release: SlidesRelease | null;
}

/** Somebody with a part in an edition, as its organisers see them. */
export interface BoardSpeaker {
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  /** What the directory says, where it says otherwise; null: the same. */
  directory: { name: string; function: string; organisation: string } | null;
  reachable: boolean;
  askedAt: string | null;
  remindedAt: string | null;
  portrait: string | null;
  about: boolean;
  owed: Owed[];
  parts: BoardPart[];
}

const PARTS = sql<BoardPart[]>`jsonb_agg(jsonb_build_object(
  'attendanceId', attendances.id, 'slug', meetings.slug, 'title', meetings.title, 'edtf', meetings.edtf, 'timeZone', meetings.time_zone,
  'roles', attendances.roles, 'answer', attendances.answer, 'regret', coalesce(speaker_regrets.words, ''),
  'slides', speaker_slides.attendance_id is not null, 'release', speaker_slides.release
) order by lower(meetings.during) nulls last, meetings.title)`;

/** Everybody who chairs, runs or speaks in an edition, by name; nobody for anyone but its organisers. */
export async function readBoard(db: Executor, scope: EditionScope): Promise<BoardSpeaker[]> {
  if (!scope.can.organise) return [];
  const first = (column: 'given_name' | 'family_name' | 'function' | 'organisation_name') =>
    sql<string>`(array_agg(attendances.${sql.ref(column)} order by lower(meetings.during) nulls last, attendances.id))[1]`;
  const rows = await db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .leftJoin('speakers', (join) => join.onRef('speakers.personId', '=', 'people.id').on('speakers.editionId', '=', scope.editionId))
    .leftJoin('speakerPortraits', (join) =>
      join.onRef('speakerPortraits.personId', '=', 'people.id').on('speakerPortraits.editionId', '=', scope.editionId),
    )
    .leftJoin('speakerSlides', 'speakerSlides.attendanceId', 'attendances.id')
    .leftJoin('speakerRegrets', 'speakerRegrets.attendanceId', 'attendances.id')
    .where('meetings.editionId', '=', scope.editionId)
    .where('meetings.status', '!=', 'cancelled')
    .where(HAS_PART)
    .groupBy(['people.id', 'organisations.name', 'speakers.askedAt', 'speakers.remindedAt', 'speakers.detailsAt', 'speakers.about'])
    .groupBy('speakerPortraits.madeAt')
    .select([
      'people.id as personId',
      'speakers.askedAt',
      'speakers.remindedAt',
      'speakers.detailsAt',
      'speakerPortraits.madeAt as portrait',
    ])
    .select([first('given_name').as('givenName'), first('family_name').as('familyName'), first('function').as('function')])
    .select([first('organisation_name').as('organisation'), PARTS.as('parts')])
    .select(['people.givenName as knownGiven', 'people.familyName as knownFamily', 'people.function as knownFunction'])
    .select([
      sql<string>`coalesce(organisations.name, '')`.as('knownOrganisation'),
      sql<string>`coalesce(speakers.about, '')`.as('aboutText'),
    ])
    .select((eb) => eb('people.email', 'is not', null).$castTo<boolean>().as('reachable'))
    .orderBy('people.familyName')
    .orderBy('people.givenName')
    .orderBy('people.id')
    .limit(SPEAKER_LIMITS.speakers)
    .execute();
  return rows.map(({ knownGiven, knownFamily, knownFunction, knownOrganisation, aboutText, detailsAt, ...row }) => {
    const about = aboutText !== '';
    const same =
      [knownGiven, knownFamily, knownFunction, knownOrganisation].join('\n') ===
      [row.givenName, row.familyName, row.function, row.organisation].join('\n');
    return {
      ...row,
      about,
      directory: same ? null : { name: `${knownGiven} ${knownFamily}`.trim(), function: knownFunction, organisation: knownOrganisation },
      owed: owedBy({ sessions: row.parts, details: detailsAt !== null, about, portrait: row.portrait !== null }),
    };
  });
}

/** Somebody of an edition to whom its link can be sent. */
export interface SpeakerToAsk {
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
}

export async function listAddresses(db: Executor, personIds: readonly string[]): Promise<SpeakerToAsk[]> {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('people')
    .select(['id as personId', 'givenName', 'familyName', 'email', 'language'])
    .where('id', 'in', [...personIds])
    .where('email', 'is not', null)
    .$narrowType<{ email: NotNull }>()
    .orderBy('id')
    .execute();
}

/** The organisers of an edition: those of its group, with an address. */
export async function listEditionOrganisers(db: Executor, editionId: string): Promise<SpeakerToAsk[]> {
  return db
    .selectFrom('editions')
    .innerJoin('memberships', 'memberships.groupId', 'editions.groupId')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id as personId', 'people.givenName', 'people.familyName', 'people.email', 'people.language'])
    .where('editions.id', '=', editionId)
    .where('memberships.role', '=', 'organiser')
    .where('people.email', 'is not', null)
    .$narrowType<{ email: NotNull }>()
    .orderBy('people.id')
    .limit(50)
    .execute();
}

/** The sessions of an edition that somebody can be added to, drafts too, in order of time. */
export async function listSessionChoices(
  db: Executor,
  scope: EditionScope,
  { limit }: { limit: number },
): Promise<{ id: string; title: string; edtf: string; timeZone: string }[]> {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('meetings')
    .select(['id', 'title', 'edtf', 'timeZone'])
    .where('editionId', '=', scope.editionId)
    .where('status', '!=', 'cancelled')
    .orderBy(sql`lower(during) nulls last`)
    .orderBy('title')
    .limit(limit)
    .execute();
}
