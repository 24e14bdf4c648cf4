import type { Placement } from '#app/model/programme-draft.ts';
import type { Trx } from '#db/client.ts';

/** What a session has that other meetings do not. */
export interface SessionDetails {
  /** ISO 639-1 codes of the languages spoken or interpreted. */
  languages: string[];
  /** Places for those who register; null: as many as the room holds. */
  capacity: number | null;
}

/** Makes a meeting that was just planned a session of an edition. */
export async function putInEdition(trx: Trx, meetingId: string, editionId: string, details: SessionDetails): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ editionId, ...details })
    .where('id', '=', meetingId)
    .execute();
}

export async function updateSessionDetails(trx: Trx, meetingId: string, details: SessionDetails, now: string): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ ...details, changedAt: now })
    .where('id', '=', meetingId)
    .execute();
}

/** Room and track as they are published; hours and the name of the place go through updateMeeting. */
export async function publishPlace(trx: Trx, meetingId: string, { roomId, trackId }: Pick<Placement, 'roomId' | 'trackId'>): Promise<void> {
  await trx.updateTable('meetings').set({ roomId, trackId }).where('id', '=', meetingId).execute();
}

export async function countSessions(trx: Trx, editionId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('meetings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('editionId', '=', editionId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
