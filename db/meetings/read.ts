import { sql } from 'kysely';
import type { Visibility } from '#app/model/groups.ts';
import type { MeetingKind, MeetingStatus } from '#app/model/meetings.ts';
import type { GroupScope, MeetingScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { covers, inOrder, selectRows, withFacets } from './rows.ts';
import { visibleMeetings } from './visible.ts';

/** A meeting as lists show it. `edtf` and `timeZone` say when (whenOf, formatWhen); the instants only sort and compare. */
export interface MeetingRow {
  id: string;
  slug: string;
  title: string;
  kind: MeetingKind;
  status: MeetingStatus;
  visibility: Visibility;
  edtf: string;
  timeZone: string;
  /** ISO instants that the date covers, [startsAt, endsAt); null when unknown. */
  startsAt: string | null;
  endsAt: string | null;
  placeName: string;
  online: boolean;
  groupSlug: string;
  groupName: string;
  themes: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** Number of the newest published version of the minutes; null: none. */
  minutesVersion: number | null;
}

/** Announced meetings that are not over at `now` (ISO instant), soonest first, those without a date last; cancelled ones too. */
export async function listUpcomingMeetings(
  db: Executor,
  scope: NetworkScope,
  { now, limit }: { now: string; limit: number },
): Promise<MeetingRow[]> {
  return inOrder(
    selectRows(db)
      .where(visibleMeetings(scope))
      .where((eb) => eb.or([covers({ from: now }), eb(sql`meetings.during`, 'is', null)])),
    'asc',
  )
    .limit(limit)
    .execute();
}

/** Announced meetings that touch [from, to) (ISO instants), in order of time; cancelled ones too. */
export async function listMeetingsBetween(
  db: Executor,
  scope: NetworkScope,
  {
    from,
    to,
    limit,
    groupSlug,
    kind,
    theme,
  }: { from: string; to: string; limit: number; groupSlug?: string; kind?: MeetingKind; theme?: string },
): Promise<MeetingRow[]> {
  let query = selectRows(db).where(visibleMeetings(scope)).where(covers({ from, to }));
  if (groupSlug) query = query.where('groups.slug', '=', groupSlug);
  if (kind) query = query.where('meetings.kind', '=', kind);
  if (theme) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('meetingThemes')
          .innerJoin('themes', 'themes.id', 'meetingThemes.themeId')
          .select('themes.id')
          .whereRef('meetingThemes.meetingId', '=', 'meetings.id')
          .where('themes.slug', '=', theme),
      ),
    );
  }
  return inOrder(query, 'asc').limit(limit).execute();
}

/**
 * A group's meetings: 'upcoming' soonest first (undated last), 'past' newest first, 'drafts' for its organisers.
 * Members-only meetings are left out for whoever does not belong to the group. `now` is an ISO instant.
 */
export async function listMeetingsOfGroup(
  db: Executor,
  scope: GroupScope,
  { which, now, limit }: { which: 'upcoming' | 'past' | 'drafts'; now: string; limit: number },
): Promise<MeetingRow[]> {
  if (which === 'drafts' && !scope.can.organise) return [];
  let query = selectRows(db)
    .where('meetings.groupId', '=', scope.groupId)
    .where('meetings.status', which === 'drafts' ? '=' : '!=', 'draft');
  if (!scope.can.seeMembers) query = query.where('meetings.visibility', '=', 'public');
  if (which === 'upcoming') query = query.where((eb) => eb.or([covers({ from: now }), eb(sql`meetings.during`, 'is', null)]));
  if (which === 'past') query = query.where(sql<boolean>`upper(meetings.during) <= ${now}::timestamptz`);
  return inOrder(query, which === 'past' ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

/** One meeting as its page shows it; the online link is '' for whoever may not see it. `notesOpen`: see db/rapporteurs/access.ts. */
export async function findMeeting(db: Executor, scope: MeetingScope) {
  return withFacets(db)
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .leftJoin('editions', 'editions.id', 'meetings.editionId')
    .select([
      'meetings.placeAddress',
      'meetings.placeAccess',
      'meetings.summary',
      'meetings.cancelReason',
      'meetings.cancelledAt',
      'meetings.revision',
      'meetings.sequence',
      'meetings.changedAt',
      'meetings.movedFromEdtf',
      'meetings.movedFromZone',
      'meetings.createdAt',
      'meetings.groupId',
      'groups.slug as groupSlug',
      'groups.name as groupName',
      'editions.slug as editionSlug',
      'editions.name as editionName',
    ])
    .select(
      sql<boolean>`meetings.notes_open_at is not null and meetings.visibility = 'public' and meetings.status = 'scheduled'`.as('notesOpen'),
    )
    .select(sql<string>`case when ${scope.can.seeOnlineLink}::boolean then meetings.online_url else '' end`.as('onlineUrl'))
    .where('meetings.id', '=', scope.meetingId)
    .executeTakeFirstOrThrow();
}

export type MeetingDetails = Awaited<ReturnType<typeof findMeeting>>;
