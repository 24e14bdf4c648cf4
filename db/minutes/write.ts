import type { VersionReason } from '#app/model/minutes.ts';
import type { Leaves } from '#app/model/minutes-proof.ts';
import type { Trx } from '#db/client.ts';

export async function setHighlights(trx: Trx, minutesId: string, highlights: readonly string[], now: string): Promise<void> {
  await trx
    .updateTable('minutes')
    .set({ highlights: [...highlights], updatedAt: now })
    .where('id', '=', minutesId)
    .execute();
}

/** The latest version, as the next one is made after it: what it says, and what the chain goes on from. */
export interface LatestVersion {
  number: number;
  sha256: Buffer;
  /** Canonical JSON. The latest version is never without its text: what redacts it comes after it. */
  content: string;
  /** null: no other than the public one. */
  internalContent: string | null;
  envelope: string | null;
}

export async function findLatestVersion(trx: Trx, minutesId: string): Promise<LatestVersion | undefined> {
  const latest = await trx
    .selectFrom('minutesVersions')
    .select(['number', 'sha256', 'content', 'internalContent', 'envelope'])
    .where('minutesId', '=', minutesId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest && { ...latest, content: latest.content ?? '' };
}

export interface NewVersion {
  minutesId: string;
  meetingId: string;
  number: number;
  /** Instant. */
  publishedAt: string;
  publishedBy: string;
  publishedByName: string;
  reason: VersionReason;
  note: string;
  content: string;
  sha256: Buffer;
  internalContent: string | null;
  internalSha256: Buffer | null;
  previousSha256: Buffer | null;
  leaves: Leaves;
  envelope: string;
  signature: Buffer;
  signingKeyId: string;
}

/** Adds a version; the meeting counts as changed, since calendars link to the minutes. */
export async function addVersion(trx: Trx, { meetingId, leaves, ...version }: NewVersion): Promise<void> {
  await trx
    .insertInto('minutesVersions')
    .values({ ...version, leaves: JSON.stringify(leaves) })
    .execute();
  await trx.updateTable('minutes').set({ updatedAt: version.publishedAt }).where('id', '=', version.minutesId).execute();
  await trx.updateTable('meetings').set({ changedAt: version.publishedAt }).where('id', '=', meetingId).execute();
}
