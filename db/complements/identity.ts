import type { Trx } from '#db/client.ts';

/** How the minutes name somebody: as they were that day. */
export interface HeldIdentity {
  givenName: string;
  familyName: string;
  function: string;
  organisationName: string;
  /** Who came in their place; '' when they came themselves. */
  substituteName: string;
  substituteFunction: string;
}

/** The identity of somebody at this meeting, held until the end of the transaction. */
export async function holdIdentity(trx: Trx, meetingId: string, attendanceId: string): Promise<HeldIdentity | undefined> {
  return trx
    .selectFrom('attendances')
    .select(['givenName', 'familyName', 'function', 'organisationName', 'substituteName', 'substituteFunction'])
    .where('id', '=', attendanceId)
    .where('meetingId', '=', meetingId)
    .forUpdate()
    .executeTakeFirst();
}

/** Puts right an identity that is held (`holdIdentity`); the directory stays as it is. */
export async function writeIdentity(trx: Trx, attendanceId: string, identity: Partial<HeldIdentity>): Promise<void> {
  if (Object.keys(identity).length === 0) return;
  await trx.updateTable('attendances').set(identity).where('id', '=', attendanceId).execute();
}
