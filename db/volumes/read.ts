import { sql } from 'kysely';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { VersionReason } from '#app/model/minutes.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { AnnexText, VolumeTexts } from '#app/model/volumes.ts';
import type { Executor } from '#db/client.ts';

const MOST_SESSIONS = 400;
const MOST_VERSIONS = 200;

export interface VolumeDraft extends VolumeTexts {
  revision: number;
  annexes: AnnexText[];
}

/** What was written for the volume; null before anybody wrote anything. */
export async function findDraft(db: Executor, { editionId }: Pick<EditionScope, 'editionId'>): Promise<VolumeDraft | null> {
  const draft = await db
    .selectFrom('volumes')
    .select(['title', 'subtitle', 'note', 'withOrganisations', 'withIndex', 'rebind', 'revision'])
    .where('editionId', '=', editionId)
    .executeTakeFirst();
  if (!draft) return null;
  const annexes = await db
    .selectFrom('volumeAnnexes')
    .select(['id', 'title', 'body'])
    .where('editionId', '=', editionId)
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute();
  return { ...draft, annexes };
}

export interface SessionToBind {
  meetingId: string;
  slug: string;
  title: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
  /** Everybody may see it. */
  open: boolean;
  included: boolean;
  position: number | null;
  /** The latest version of its minutes; null: none is published. */
  minutes: { id: string; number: number; publishedAt: string; sha256: Buffer; internalSha256: Buffer | null } | null;
}

/** The announced sessions of an edition in the order of its programme: by the hour, and by room where they run side by side. */
export async function listSessionsToBind(db: Executor, { editionId }: Pick<EditionScope, 'editionId'>): Promise<SessionToBind[]> {
  const rows = await db
    .selectFrom('meetings')
    .leftJoin('volumeSessions', 'volumeSessions.meetingId', 'meetings.id')
    .leftJoin('rooms', (join) => join.onRef('rooms.id', '=', 'meetings.roomId'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('minutesVersions')
          .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
          .select(['minutes.id', 'number', 'publishedAt', 'sha256', 'internalSha256'])
          .whereRef('minutes.meetingId', '=', 'meetings.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['meetings.id as meetingId', 'meetings.slug', 'meetings.title', 'meetings.status', 'meetings.edtf', 'meetings.timeZone'])
    .select((eb) => [eb('meetings.visibility', '=', 'public').$castTo<boolean>().as('open')])
    .select(['volumeSessions.included', 'volumeSessions.position'])
    .select(['latest.id as minutesId', 'latest.number', 'latest.publishedAt', 'latest.sha256', 'latest.internalSha256'])
    .where('meetings.editionId', '=', editionId)
    .where('meetings.status', '!=', 'draft')
    .orderBy(sql`lower(meetings.during)`, (by) => by.asc().nullsLast())
    .orderBy('rooms.position', (by) => by.asc().nullsLast())
    .orderBy('meetings.id')
    .limit(MOST_SESSIONS)
    .execute();
  return rows.map(({ minutesId, number, publishedAt, sha256, internalSha256, included, ...row }) => ({
    ...row,
    included: included ?? true,
    minutes: minutesId && number && publishedAt && sha256 ? { id: minutesId, number, publishedAt, sha256, internalSha256 } : null,
  }));
}

export interface BoundVersion {
  number: number;
  /** Instant. */
  boundAt: string;
  /** '' when it was bound by itself. */
  boundByName: string;
  sha256: Buffer;
  internalSha256: Buffer | null;
  /** Canonical JSON of a VolumeFrame; null once it was redacted. */
  content: string | null;
  internalContent: string | null;
  envelope: string;
  signature: Buffer;
  redactedAt: string | null;
}

/** One version of the volume of an edition; the latest that is still there when `number` is left out. */
export async function findBoundVersion(
  db: Executor,
  { editionId }: Pick<EditionScope, 'editionId'>,
  number?: number,
): Promise<BoundVersion | undefined> {
  const query = db
    .selectFrom('volumeVersions')
    .select(['number', 'boundAt', 'boundByName', 'sha256', 'internalSha256', 'content', 'internalContent', 'envelope', 'signature'])
    .select('redactedAt')
    .where('editionId', '=', editionId);
  return (number === undefined ? query.where('content', 'is not', null) : query.where('number', '=', number))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface VolumeInList {
  number: number;
  boundAt: string;
  boundByName: string;
  redactedAt: string | null;
}

/** Newest first. */
export async function listBoundVersions(db: Executor, { editionId }: EditionScope): Promise<VolumeInList[]> {
  return db
    .selectFrom('volumeVersions')
    .select(['number', 'boundAt', 'boundByName', 'redactedAt'])
    .where('editionId', '=', editionId)
    .orderBy('number', 'desc')
    .limit(MOST_VERSIONS)
    .execute();
}

export interface BoundMinutes {
  meetingId: string;
  /** Canonical JSON; null where a redaction took it away. */
  content: string | null;
  internalContent: string | null;
  /** Of these minutes. */
  publishedAt: string;
  publishedByName: string;
  inPublic: boolean;
  /** Everybody may see the session today. */
  open: boolean;
}

/** What the sessions of a version of a volume say; `meetings`: only these. */
export async function listBoundMinutes(
  db: Executor,
  { editionId, number, meetings }: { editionId: string; number: number; meetings?: readonly string[] },
): Promise<BoundMinutes[]> {
  let query = db
    .selectFrom('volumeChapters')
    .innerJoin('minutesVersions', (join) =>
      join
        .onRef('minutesVersions.minutesId', '=', 'volumeChapters.minutesId')
        .onRef('minutesVersions.number', '=', 'volumeChapters.minutesNumber'),
    )
    .innerJoin('meetings', 'meetings.id', 'volumeChapters.meetingId')
    .select(['volumeChapters.meetingId', 'content', 'internalContent', 'publishedAt', 'publishedByName', 'inPublic'])
    .select((eb) => eb('meetings.visibility', '=', 'public').$castTo<boolean>().as('open'))
    .where('volumeChapters.editionId', '=', editionId)
    .where('volumeChapters.number', '=', number);
  if (meetings) query = query.where('volumeChapters.meetingId', 'in', meetings);
  return query.limit(MOST_SESSIONS).execute();
}

/** Why a version of minutes was made. */
export async function findReasons(
  db: Executor,
  { editionId, number }: { editionId: string; number: number },
): Promise<Map<string, VersionReason>> {
  const rows = await db
    .selectFrom('volumeChapters')
    .innerJoin('minutesVersions', (join) =>
      join
        .onRef('minutesVersions.minutesId', '=', 'volumeChapters.minutesId')
        .onRef('minutesVersions.number', '=', 'volumeChapters.minutesNumber'),
    )
    .select(['volumeChapters.meetingId', 'reason'])
    .where('volumeChapters.editionId', '=', editionId)
    .where('volumeChapters.number', '=', number)
    .limit(MOST_SESSIONS)
    .execute();
  return new Map(rows.map(({ meetingId, reason }) => [meetingId, reason]));
}

/** The version that the next one is chained to, whatever became of its texts. */
export async function findVolumeHead(db: Executor, editionId: string): Promise<{ number: number; sha256: Buffer } | undefined> {
  return db
    .selectFrom('volumeVersions')
    .select(['number', 'sha256'])
    .where('editionId', '=', editionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Titles of the sessions of a version, as its minutes have them; null where a redaction took them away. */
export async function listBoundTitles(
  db: Executor,
  { editionId, number }: { editionId: string; number: number },
): Promise<{ meetingId: string; title: string | null; open: boolean }[]> {
  return db
    .selectFrom('volumeChapters')
    .innerJoin('minutesVersions', (join) =>
      join
        .onRef('minutesVersions.minutesId', '=', 'volumeChapters.minutesId')
        .onRef('minutesVersions.number', '=', 'volumeChapters.minutesNumber'),
    )
    .innerJoin('meetings', 'meetings.id', 'volumeChapters.meetingId')
    .select('volumeChapters.meetingId')
    .select((eb) => [
      sql<string | null>`minutes_versions.content::json -> 'meeting' ->> 'title'`.as('title'),
      eb('meetings.visibility', '=', 'public').$castTo<boolean>().as('open'),
    ])
    .where('volumeChapters.editionId', '=', editionId)
    .where('volumeChapters.number', '=', number)
    .limit(MOST_SESSIONS)
    .execute();
}

/** What versions of minutes say, before any volume binds them. */
export async function findMinutesTexts(db: Executor, versions: readonly { meetingId: string; number: number }[]) {
  if (versions.length === 0) return [];
  const rows = await db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .select(['minutes.meetingId', 'number', 'content', 'internalContent', 'publishedAt', 'publishedByName'])
    .where(
      'minutes.meetingId',
      'in',
      versions.map(({ meetingId }) => meetingId),
    )
    .where('number', 'in', [...new Set(versions.map(({ number }) => number))])
    .limit(MOST_SESSIONS * 10)
    .execute();
  return rows.filter((row) => versions.some(({ meetingId, number }) => row.meetingId === meetingId && row.number === number));
}
/** The group whose paper a volume is on. */
export async function findVolumeGroup(db: Executor, editionId: string): Promise<string> {
  const { groupId } = await db.selectFrom('editions').select('groupId').where('id', '=', editionId).executeTakeFirstOrThrow();
  return groupId;
}
