import type { Executor, Trx } from '#db/client.ts';

export type LinkPurpose = 'sign_in' | 'answer' | 'setup' | 'review' | 'follow_up' | 'date_poll' | 'registration' | 'speaker' | 'check_in';

export interface NewLinkToken {
  hash: Buffer;
  purpose: LinkPurpose;
  personId: string | null;
  attendanceId?: string;
  followUpId?: string;
  datePollId?: string;
  datePollVoterId?: string;
  editionId?: string;
  registrationId?: string;
  delegationId?: string;
  expiresAt: string;
}

export async function insertLinkToken(db: Executor, token: NewLinkToken): Promise<void> {
  await db.insertInto('linkTokens').values(token).execute();
}

export async function findLinkToken(db: Executor, purpose: LinkPurpose, hash: Buffer) {
  return db
    .selectFrom('linkTokens')
    .select(['personId', 'attendanceId', 'followUpId', 'datePollId', 'datePollVoterId', 'editionId', 'registrationId', 'delegationId'])
    .select(['expiresAt', 'usedAt', 'revokedAt'])
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
}

/** One statement, so that of two simultaneous uses the row lock lets one through. */
export async function consumeLinkToken(
  trx: Trx,
  purpose: LinkPurpose,
  hash: Buffer,
  now: string,
): Promise<{ personId: string | null } | undefined> {
  return trx
    .updateTable('linkTokens')
    .set({ usedAt: now })
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('personId')
    .executeTakeFirst();
}

/** Ends the guest links of a poll; the personal ones of its voters go on serving. */
export async function revokeGuestLinks(trx: Trx, { datePollId, now }: { datePollId: string; now: string }): Promise<void> {
  await trx
    .updateTable('linkTokens')
    .set({ revokedAt: now })
    .where('datePollId', '=', datePollId)
    .where('datePollVoterId', 'is', null)
    .where('revokedAt', 'is', null)
    .execute();
}
