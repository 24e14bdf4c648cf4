import type { AnnexText, VolumeTexts } from '#app/model/volumes.ts';
import type { Trx } from '#db/client.ts';

/**
 * Holds the volume of an edition until the end of the transaction, and before it the minutes of its sessions as they are:
 * nobody publishes or redacts them meanwhile, in whatever order others hold both. Makes its row the first time.
 */
export async function holdVolume(trx: Trx, editionId: string, now: string): Promise<void> {
  await trx
    .selectFrom('minutes')
    .select('id')
    .where('meetingId', 'in', (eb) => eb.selectFrom('meetings').select('meetings.id').where('meetings.editionId', '=', editionId))
    .orderBy('id')
    .forShare()
    .execute();
  await trx
    .insertInto('volumes')
    .values({ editionId, updatedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.selectFrom('volumes').select('editionId').where('editionId', '=', editionId).forUpdate().executeTakeFirstOrThrow();
}

/** Keeps the texts where `revision` is still theirs; tells whether it was. */
export async function writeTexts(trx: Trx, editionId: string, revision: number, texts: VolumeTexts, now: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('volumes')
    .set({ ...texts, revision: revision + 1, updatedAt: now })
    .where('editionId', '=', editionId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Adds an annex at the end, or changes it. An id that another edition has changes nothing. */
export async function writeAnnex(trx: Trx, editionId: string, { id, title, body }: AnnexText): Promise<void> {
  const { position } = await trx
    .selectFrom('volumeAnnexes')
    .select((eb) => eb.fn.coalesce(eb(eb.fn.max('position'), '+', 1), eb.lit(0)).as('position'))
    .where('editionId', '=', editionId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('volumeAnnexes')
    .values({ id, editionId, position, title, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ title, body }).where('volumeAnnexes.editionId', '=', editionId))
    .execute();
}

export async function deleteAnnex(trx: Trx, editionId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('volumeAnnexes')
    .where('editionId', '=', editionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Which sessions are in, and where. Those that are not told are in, where the programme has them. */
export async function writeSessions(
  trx: Trx,
  editionId: string,
  sessions: readonly { meetingId: string; included: boolean; position: number | null }[],
): Promise<void> {
  await trx.deleteFrom('volumeSessions').where('editionId', '=', editionId).execute();
  if (sessions.length === 0) return;
  await trx
    .insertInto('volumeSessions')
    .values(sessions.map((session) => ({ ...session, editionId })))
    .execute();
}

export interface VolumeToAdd {
  editionId: string;
  number: number;
  boundAt: string;
  boundBy: string | null;
  boundByName: string;
  content: string;
  sha256: Buffer;
  internalContent: string | null;
  internalSha256: Buffer | null;
  previousSha256: Buffer | null;
  envelope: string;
  signature: Buffer;
  signingKeyId: string;
  chapters: { meetingId: string; minutesId: string; minutesNumber: number; inPublic: boolean }[];
}

export async function addVolume(trx: Trx, { chapters, ...version }: VolumeToAdd): Promise<void> {
  const { editionId, number } = version;
  await trx.insertInto('volumeVersions').values(version).execute();
  if (chapters.length === 0) return;
  await trx
    .insertInto('volumeChapters')
    .values(chapters.map((chapter) => ({ ...chapter, editionId, number })))
    .execute();
}

/** The edition that a meeting is a session of, when its volume is to be bound again by itself. */
export async function findVolumeToRebind(trx: Trx, meetingId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('meetings')
    .innerJoin('volumes', 'volumes.editionId', 'meetings.editionId')
    .select('volumes.editionId')
    .where('meetings.id', '=', meetingId)
    .where('volumes.rebind', '=', true)
    .where((eb) =>
      eb.exists(eb.selectFrom('volumeVersions').select('number').whereRef('volumeVersions.editionId', '=', 'volumes.editionId')),
    )
    .executeTakeFirst();
  return row?.editionId;
}

export async function rebindsItself(trx: Trx, editionId: string): Promise<boolean> {
  const row = await trx.selectFrom('volumes').select('rebind').where('editionId', '=', editionId).executeTakeFirst();
  return row?.rebind === true;
}
