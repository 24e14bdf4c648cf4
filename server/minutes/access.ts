import type { Edition } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { reviewsNow } from '#db/minutes/access.ts';
import { findVersion, type PublishedVersion } from '#db/minutes/read.ts';
import { findRedaction, findSealedVersion, type SealedVersion } from '#db/minutes/read-versions.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { gone, leadTo, notFound, refuse } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { mayReadDraft, mayReadInternal } from './policy.ts';

/**
 * Gate of published minutes: who may see the meeting may read what was published of it.
 * `number` picks a version; without one, the latest. Throws 404 when there is none, 410 when its text was redacted away; before
 * the first version is out, leads those who read the draft to it.
 */
export async function enterMinutes(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  number?: string,
): Promise<{ scope: MeetingScope; version: PublishedVersion }> {
  const scope = await enterMeeting(services, viewer, slug);
  const wanted = number === undefined ? undefined : numberOf(number);
  const version = await findVersion(services.db, scope, wanted);
  if (version) return { scope, version };
  if (wanted === undefined && (await readsDraft(services, scope)))
    return leadTo(scope.can.organise ? `/meetings/${slug}/minutes` : `/minutes/${slug}/review`);
  return wanted !== undefined && (await findSealedVersion(services.db, scope, wanted)) ? gone() : notFound();
}

/** What became of a version whose text is gone. */
export interface RedactedVersion {
  number: number;
  /** Instants. */
  publishedAt: string;
  redactedAt: string;
  /** The version that redacted it, and why; the reason is '' where it was itself taken away. */
  by: number;
  reason: string;
  latest: number;
}

/** The same gate for the seal of a version, which outlives its text. */
export async function enterSeal(
  services: Services,
  viewer: Viewer | null,
  slug: string,
  number: string,
): Promise<{ scope: MeetingScope; version: SealedVersion; redacted: RedactedVersion | null }> {
  const scope = await enterMeeting(services, viewer, slug);
  const version = (await findSealedVersion(services.db, scope, numberOf(number))) ?? notFound();
  if (version.redactedAt === null) return { scope, version, redacted: null };
  const { publishedAt, redactedAt } = version;
  const redaction = await findRedaction(services.db, scope, redactedAt);
  const latest = (await findVersion(services.db, scope))?.number ?? version.number;
  const by = { by: redaction?.number ?? latest, reason: redaction?.reason ?? '' };
  return { scope, version, redacted: { number: version.number, publishedAt, redactedAt, latest, ...by } };
}

/**
 * Which edition a page of published minutes is asked for (`?edition=internal`). Throws 404 for whoever may not read the
 * internal one, and asks a visitor to sign in: its address is sent to members, who may be signed out.
 */
export function enterEdition(viewer: Viewer | null, { can }: MeetingScope, url: string): Edition {
  const { pathname, searchParams } = new URL(url);
  if (searchParams.get('edition') !== 'internal') return 'public';
  return mayReadInternal(can) ? 'internal' : refuse(viewer, `${pathname}?edition=internal`);
}

/** Whether this person reads the draft: whoever organises the meeting, or was asked to review it. */
export async function readsDraft({ db }: Pick<Services, 'db'>, { can, meetingId, attendanceId }: MeetingScope): Promise<boolean> {
  if (can.organise) return true;
  return mayReadDraft(can, { reviews: attendanceId !== null && (await reviewsNow(db, meetingId, attendanceId)) });
}

function numberOf(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : notFound();
}
