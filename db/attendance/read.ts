import { sql } from 'kysely';
import type { Answer, Attendee, GroupToInvite, InvitedPerson, PersonToInvite } from '#app/model/attendance.ts';
import { ORGANISATION_KINDS } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import { FAILED_STATES } from '#app/model/outbox.ts';
import type { MeetingScope, NetworkScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import type { Executor } from '#db/client.ts';
import { knownPerson } from '#db/directory/known-people.ts';

const ATTENDEE = [
  'attendances.id',
  'attendances.personId',
  'attendances.givenName',
  'attendances.familyName',
  'attendances.function',
  'attendances.organisationName',
  'attendances.organisationKind',
  'attendances.roles',
  'attendances.answer',
  'attendances.substituteName',
  'attendances.substituteFunction',
  'attendances.checkedInAt',
] as const;

const KIND_ORDER = sql`array_position(${sql.val([...ORGANISATION_KINDS])}::text[], attendances.organisation_kind)`;

/** Who is invited, organisation by organisation; nobody for a viewer who may not see them. */
export async function listAttendees(db: Executor, scope: MeetingScope, { limit }: { limit: number }): Promise<Attendee[]> {
  if (!scope.can.seeAttendees) return [];
  return attendeesOf(db, scope)
    .select([...ATTENDEE])
    .limit(limit)
    .execute();
}

/** The same with what only organisers see; nobody for anyone else. */
export async function listInvitedPeople(db: Executor, scope: MeetingScope, { limit }: { limit: number }): Promise<InvitedPerson[]> {
  if (!scope.can.organise) return [];
  return attendeesOf(db, scope)
    .innerJoin('people', 'people.id', 'attendances.personId')
    .leftJoin('people as noter', 'noter.id', 'attendances.answeredBy')
    .leftJoin('attendanceReplies', 'attendanceReplies.attendanceId', 'attendances.id')
    .select([...ATTENDEE, 'attendances.notesAccess', 'attendances.invitedAt', 'attendances.answeredAt'])
    .select((eb) => [
      eb('people.email', 'is not', null).$castTo<boolean>().as('reachable'),
      eb
        .exists(
          eb
            .selectFrom('outboxMails')
            .select('outboxMails.id')
            .whereRef('outboxMails.personId', '=', 'people.id')
            .whereRef('outboxMails.toAddress', '=', 'people.email')
            .where('outboxMails.state', 'in', FAILED_STATES),
        )
        .$castTo<boolean>()
        .as('refusedMail'),
      eb
        .exists(
          eb
            .selectFrom('memberships')
            .select('memberships.personId')
            .whereRef('memberships.personId', '=', 'people.id')
            .where('memberships.groupId', '=', scope.groupId),
        )
        .$castTo<boolean>()
        .as('inGroup'),
      sql<string | null>`noter.given_name || ' ' || noter.family_name`.as('notedBy'),
      sql<string>`coalesce(attendance_replies.comment, '')`.as('calendarComment'),
      'attendances.placeAssumed',
      // an answer given here since is what counts
      sql<boolean>`coalesce(attendances.answer = 'none' and attendance_replies.partstat = 'TENTATIVE', false)`.as('tentative'),
    ])
    .limit(limit)
    .execute();
}

function attendeesOf(db: Executor, scope: MeetingScope) {
  return db
    .selectFrom('attendances')
    .where('attendances.meetingId', '=', scope.meetingId)
    .orderBy(KIND_ORDER)
    .orderBy('attendances.organisationName')
    .orderBy('attendances.familyName')
    .orderBy('attendances.id');
}

export interface OwnAttendance {
  id: string;
  /** IANA name: on whose clock the person reads the meeting's hour. */
  readerZone: string;
  language: Language;
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  answer: Answer;
  substituteName: string;
  substituteFunction: string;
  /** Their calendar said yes, and nobody said yet whether in the room or from afar. */
  placeAssumed: boolean;
}

/** The invitation of whom the scope is for; null: not invited. */
export async function findOwnAttendance(db: Executor, scope: MeetingScope): Promise<OwnAttendance | null> {
  if (!scope.attendanceId) return null;
  const row = await db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['attendances.id', 'attendances.givenName', 'attendances.familyName', 'attendances.function', 'organisationName'])
    .select(['answer', 'substituteName', 'substituteFunction', 'placeAssumed', 'people.timeZone as readerZone', 'people.language'])
    .where('attendances.id', '=', scope.attendanceId)
    .where('attendances.meetingId', '=', scope.meetingId)
    .executeTakeFirst();
  return row ?? null;
}

/** Groups whose members an organiser may invite, those they belong to: the meeting's own first. */
export async function listGroupsToInvite(db: Executor, scope: MeetingScope, network: NetworkScope): Promise<GroupToInvite[]> {
  if (!scope.can.organise) return [];
  const missing = sql<number>`count(memberships.person_id) filter (where not exists (
    select from attendances where attendances.meeting_id = ${scope.meetingId} and attendances.person_id = memberships.person_id))`;
  let query = db
    .selectFrom('groups')
    .innerJoin('memberships', 'memberships.groupId', 'groups.id')
    .select(['groups.id', 'groups.slug', 'groups.name'])
    .select([sql<number>`count(memberships.person_id)`.as('members'), missing.as('missing')])
    .groupBy('groups.id');
  if (network.groupIds !== 'all') query = query.where('groups.id', '=', (eb) => eb.fn.any(eb.val([...network.groupIds])));
  return query
    .orderBy((eb) => eb('groups.id', '!=', scope.groupId))
    .orderBy('groups.name')
    .limit(100)
    .execute();
}

/** People of the directory, as far as the organiser knows it, whose name or organisation begins like each word of `query`; at most `limit`, by name. */
export async function findPeopleToInvite(
  db: Executor,
  scope: MeetingScope,
  network: NetworkScope,
  { query, limit }: { query: string; limit: number },
): Promise<PersonToInvite[]> {
  const words = nameKey(query).split(' ').filter(Boolean).slice(0, 6);
  if (!scope.can.organise || words.length === 0) return [];
  let people = db
    .selectFrom('people')
    .where((eb) => knownPerson(eb, network))
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .leftJoin('attendances', (join) =>
      join.onRef('attendances.personId', '=', 'people.id').on('attendances.meetingId', '=', scope.meetingId),
    )
    .select(['people.id', 'people.givenName', 'people.familyName', 'people.function', 'organisations.name as organisationName'])
    .select((eb) => eb('attendances.id', 'is not', null).$castTo<boolean>().as('invited'));
  // a name key holds letters, digits and spaces only: nothing of it means something in a pattern
  for (const word of words)
    people = people.where(sql<boolean>`(' ' || people.name_key || ' ' || coalesce(organisations.name_key, '')) like ${`% ${word}%`}`);
  return people.orderBy('people.familyName').orderBy('people.givenName').orderBy('people.id').limit(limit).execute();
}

/** Names of the members of a group who are not on the list yet, to be looked over before they are invited. */
export async function listMissingMembers(
  db: Executor,
  scope: MeetingScope,
  { groupId, limit }: { groupId: string; limit: number },
): Promise<Omit<PersonToInvite, 'invited'>[]> {
  if (!scope.can.organise) return [];
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['people.id', 'people.givenName', 'people.familyName', 'people.function', 'organisations.name as organisationName'])
    .where('memberships.groupId', '=', groupId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attendances')
            .select('attendances.id')
            .where('attendances.meetingId', '=', scope.meetingId)
            .whereRef('attendances.personId', '=', 'memberships.personId'),
        ),
      ),
    )
    .orderBy('people.familyName')
    .orderBy('people.givenName')
    .orderBy('people.id')
    .limit(limit)
    .execute();
}
