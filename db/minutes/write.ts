import type { Trx } from '#db/client.ts';

/** Makes the minutes of a meeting if there are none, and holds them until the transaction ends: publications go one at a time. */
export async function lockMinutes(trx: Trx, meetingId: string): Promise<{ id: string }> {
  await trx
    .insertInto('minutes')
    .values({ meetingId })
    .onConflict((conflict) => conflict.column('meetingId').doNothing())
    .execute();
  return trx.selectFrom('minutes').select('id').where('meetingId', '=', meetingId).forUpdate().executeTakeFirstOrThrow();
}

export async function setHighlights(trx: Trx, minutesId: string, highlights: string[], now: string): Promise<void> {
  await trx.updateTable('minutes').set({ highlights, updatedAt: now }).where('id', '=', minutesId).execute();
}

export async function findLatestVersion(trx: Trx, minutesId: string): Promise<{ number: number; sha256: Buffer } | undefined> {
  return trx
    .selectFrom('minutesVersions')
    .select(['number', 'sha256'])
    .where('minutesId', '=', minutesId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface NewVersion {
  minutesId: string;
  meetingId: string;
  number: number;
  /** Instant. */
  publishedAt: string;
  publishedBy: string;
  publishedByName: string;
  content: string;
  sha256: Buffer;
  previousSha256: Buffer | null;
}

/** Adds a version and moves the state; the meeting counts as changed, since calendars now link to the minutes. */
export async function addVersion(trx: Trx, { meetingId, ...version }: NewVersion): Promise<void> {
  await trx.insertInto('minutesVersions').values(version).execute();
  await trx
    .updateTable('minutes')
    .set({ state: 'published', updatedAt: version.publishedAt })
    .where('id', '=', version.minutesId)
    .execute();
  await trx.updateTable('meetings').set({ changedAt: version.publishedAt }).where('id', '=', meetingId).execute();
}
