import type { NotNull } from 'kysely';
import type { Visibility } from '#app/model/groups.ts';
import type { MeetingKind } from '#app/model/meetings.ts';
import type { MinutesState, VersionReason } from '#app/model/minutes.ts';
import type { MeetingScope, NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/** Where a meeting's minutes stand; null before anybody opened them. */
export async function findMinutesState(db: Executor, scope: MeetingScope): Promise<{ state: MinutesState; latest: number } | null> {
  const row = await db
    .selectFrom('minutes')
    .leftJoin('minutesVersions', 'minutesVersions.minutesId', 'minutes.id')
    .select((eb) => ['minutes.state', eb.fn.max('minutesVersions.number').as('latest')])
    .where('minutes.meetingId', '=', scope.meetingId)
    .groupBy('minutes.id')
    .executeTakeFirst();
  return row ? { state: row.state, latest: row.latest ?? 0 } : null;
}

export async function findVisibility(db: Executor, scope: MeetingScope): Promise<Visibility> {
  const row = await db.selectFrom('meetings').select('visibility').where('id', '=', scope.meetingId).executeTakeFirstOrThrow();
  return row.visibility;
}

export interface PublishedVersion {
  number: number;
  publishedAt: string;
  publishedByName: string;
  /** Canonical JSON of a MinutesContent. */
  content: string;
  /** The same of the internal edition; null: it says nothing else. */
  internalContent: string | null;
  sha256: Buffer;
  previousSha256: Buffer | null;
  /** Whether it has an envelope that is signed. */
  sealed: boolean;
}

/** One version, or the latest when `number` is left out. */
export async function findVersion(db: Executor, scope: MeetingScope, number?: number): Promise<PublishedVersion | undefined> {
  let query = db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .select(['number', 'publishedAt', 'publishedByName', 'content', 'internalContent', 'sha256', 'previousSha256'])
    .select((eb) => eb('envelope', 'is not', null).$castTo<boolean>().as('sealed'))
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('content', 'is not', null)
    .$narrowType<{ content: NotNull }>();
  if (number !== undefined) query = query.where('number', '=', number);
  return query.orderBy('number', 'desc').limit(1).executeTakeFirst();
}

export interface VersionInList {
  number: number;
  /** Instant. */
  publishedAt: string;
  publishedByName: string;
  reason: VersionReason;
  note: string;
  /** Instant; null: its text is there. */
  redactedAt: string | null;
}

/** Newest first. */
export async function listVersions(db: Executor, scope: MeetingScope): Promise<VersionInList[]> {
  return db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .select(['number', 'publishedAt', 'publishedByName', 'reason', 'note', 'redactedAt'])
    .where('minutes.meetingId', '=', scope.meetingId)
    .orderBy('number', 'desc')
    .limit(100)
    .execute();
}

export interface MinutesListRow {
  slug: string;
  title: string;
  kind: MeetingKind;
  edtf: string;
  timeZone: string;
  groupName: string;
  groupSlug: string;
  publishedAt: string;
  number: number;
}

/** Published minutes that this person may read, newest publication first; `before` is the last row of the page above. */
export async function listMinutes(
  db: Executor,
  scope: NetworkScope,
  { limit, group, before }: { limit: number; group?: string | undefined; before?: string | undefined },
): Promise<MinutesListRow[]> {
  let query = db
    .selectFrom('minutesVersions as latest')
    .innerJoin('minutes', 'minutes.id', 'latest.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['meetings.slug', 'meetings.title', 'meetings.kind', 'meetings.edtf', 'meetings.timeZone'])
    .select(['groups.name as groupName', 'groups.slug as groupSlug', 'latest.publishedAt', 'latest.number'])
    .where(visibleMeetings(scope))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('minutesVersions as newer')
            .select('newer.number')
            .whereRef('newer.minutesId', '=', 'latest.minutesId')
            .whereRef('newer.number', '>', 'latest.number'),
        ),
      ),
    );
  if (group) query = query.where('groups.slug', '=', group);
  if (before) query = query.where('latest.publishedAt', '<', before);
  return query.orderBy('latest.publishedAt', 'desc').limit(limit).execute();
}
