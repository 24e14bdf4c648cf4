import { sql } from 'kysely';
import type { AgendaItemKind } from '#app/model/agenda.ts';
import type { Answer, AttendanceRole } from '#app/model/attendance.ts';
import type { ComplementKind } from '#app/model/complements.ts';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { AttributionLevel, MeetingHeader } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { findNextMeetings, type NextMeeting } from './read-next-meetings.ts';

export interface AttendanceForMinutes {
  id: string;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  roles: AttendanceRole[];
  answer: Answer;
  substituteName: string;
  substituteFunction: string;
  checkedInAt: string | null;
}

/** What was accepted of what somebody proposed. */
export interface ComplementForMinutes {
  /** The paragraph that it changed or added. */
  blockId: string | null;
  kind: ComplementKind;
  authorName: string;
  authorOrganisation: string;
  /** Instant. */
  decidedAt: string;
}

export interface MeetingForMinutes extends Omit<MeetingHeader, 'chairs' | 'facilitators'> {
  agenda: { id: string; title: string; kind: AgendaItemKind; minutes: number }[];
  attendances: AttendanceForMinutes[];
  highlights: string[] | null;
  /** How statements are attributed where nothing else was chosen. */
  attribution: AttributionLevel;
  /** What was chosen, by paragraph of the notes. */
  attributions: ReadonlyMap<string, AttributionLevel>;
  /** Of the group, after this one, soonest first. */
  nextMeetings: NextMeeting[];
  complements: ComplementForMinutes[];
  /** Errata and editor's notes of the versions that are out, oldest first; `at`: instant. */
  notes: { kind: 'erratum' | 'editor_note'; number: number; at: string; text: string }[];
}

/** Most choices of attribution that one meeting's minutes keep: one for each block that notes can hold. */
const MAX_ATTRIBUTIONS = 20_000;

/** All that minutes are made of, apart from the notes. */
export async function readMeetingForMinutes(db: Executor, scope: MeetingScope): Promise<MeetingForMinutes> {
  const { minutesId, attribution, during, groupSlug, groupName, placeName, placeAddress, ...meeting } = await db
    .selectFrom('meetings')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .leftJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .select(['meetings.slug', 'meetings.title', 'meetings.kind', 'meetings.edtf', 'meetings.timeZone', 'meetings.during'])
    .select(['meetings.placeName', 'meetings.placeAddress', 'groups.slug as groupSlug', 'groups.name as groupName'])
    .select(['minutes.id as minutesId', 'minutes.highlights', 'minutes.attribution'])
    .where('meetings.id', '=', scope.meetingId)
    .executeTakeFirstOrThrow();
  const [agenda, attendances, nextMeetings, kept] = await Promise.all([
    readAgenda(db, scope),
    readAttendances(db, scope),
    during === null ? [] : findNextMeetings(db, scope),
    minutesId === null ? NOTHING_KEPT : readKept(db, minutesId),
  ]);
  return {
    ...meeting,
    group: { slug: groupSlug, name: groupName },
    place: [placeName, placeAddress].filter(Boolean).join(', '),
    ...{ agenda, attendances, nextMeetings },
    attribution: attribution ?? 'name',
    ...kept,
  };
}

function readAgenda(db: Executor, { meetingId }: MeetingScope): Promise<MeetingForMinutes['agenda']> {
  return db
    .selectFrom('agendaItems')
    .select(['id', 'title', 'kind', 'durationMinutes as minutes'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .limit(200)
    .execute();
}

function readAttendances(db: Executor, { meetingId }: MeetingScope): Promise<AttendanceForMinutes[]> {
  return db
    .selectFrom('attendances')
    .select(['id', 'givenName', 'familyName', 'function', 'organisationName', 'organisationKind', 'roles'])
    .select(['answer', 'substituteName', 'substituteFunction', 'checkedInAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('familyName')
    .orderBy('id')
    .limit(2000)
    .execute();
}

type Kept = Pick<MeetingForMinutes, 'attributions' | 'complements' | 'notes'>;
const NOTHING_KEPT: Kept = { attributions: new Map(), complements: [], notes: [] };

/** What is kept with the minutes themselves. */
async function readKept(db: Executor, minutesId: string): Promise<Kept> {
  const attributions = await db
    .selectFrom('minutesAttributions')
    .select(['blockId', 'level'])
    .where('minutesId', '=', minutesId)
    .limit(MAX_ATTRIBUTIONS)
    .execute();
  const complements = await db
    .selectFrom('complements')
    .select(['kind', 'authorName', 'authorOrganisation', 'decidedAt'])
    // a paragraph that was added has an id of its own (app/model/applied-complements.ts)
    .select(sql<string | null>`coalesce(applied ->> 'blockId', block_id)`.as('blockId'))
    .where('minutesId', '=', minutesId)
    .where('state', '=', 'accepted')
    .orderBy('decidedAt')
    .orderBy('id')
    .limit(5000)
    .$narrowType<{ kind: ComplementKind; decidedAt: string }>()
    .execute();
  const notes = await db
    .selectFrom('minutesVersions')
    .select(['reason as kind', 'number', 'publishedAt as at', 'note as text'])
    .where('minutesId', '=', minutesId)
    .where('reason', 'in', ['erratum', 'editor_note'])
    .where('note', '!=', '')
    .orderBy('number')
    .limit(500)
    .$narrowType<{ kind: 'erratum' | 'editor_note' }>()
    .execute();
  return { attributions: new Map(attributions.map(({ blockId, level }) => [blockId, level])), complements, notes };
}
