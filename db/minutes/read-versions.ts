import type { VersionReason } from '#app/model/minutes.ts';
import type { Leaves } from '#app/model/minutes-proof.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** SHA-256 of what was approved; undefined when nothing is. */
export async function findApprovedHash(db: Executor, scope: MeetingScope): Promise<Buffer | undefined> {
  const row = await db.selectFrom('minutes').select('approvedSha256').where('meetingId', '=', scope.meetingId).executeTakeFirst();
  return row?.approvedSha256 ?? undefined;
}

/** A version whose text may be gone. */
export interface SealedVersion {
  number: number;
  /** Instant. */
  publishedAt: string;
  reason: VersionReason;
  note: string;
  /** Canonical JSON; null: redacted. */
  content: string | null;
  /** null: redacted, or no other than the public one. */
  internalContent: string | null;
  sha256: Buffer;
  previousSha256: Buffer | null;
  leaves: Leaves | null;
  envelope: string | null;
  signature: Buffer | null;
  publicKey: Buffer | null;
  /** Instant. */
  redactedAt: string | null;
}

/** One version with its seal, whether its text is there or not. */
export async function findSealedVersion(db: Executor, scope: MeetingScope, number: number): Promise<SealedVersion | undefined> {
  const row = await db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .leftJoin('signingKeys', 'signingKeys.id', 'minutesVersions.signingKeyId')
    .select(['number', 'publishedAt', 'reason', 'note', 'content', 'internalContent', 'sha256', 'previousSha256', 'leaves'])
    .select(['envelope', 'signature', 'signingKeys.publicKey', 'redactedAt'])
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && { ...row, leaves: row.leaves as Leaves | null };
}

/** Why and by which version texts were redacted, by the instant at which they went. */
export async function findRedaction(
  db: Executor,
  scope: MeetingScope,
  redactedAt: string,
): Promise<{ number: number; reason: string } | undefined> {
  const row = await db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .select(['number', 'note'])
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('reason', '=', 'redaction')
    .where('publishedAt', '=', redactedAt)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row && { number: row.number, reason: row.note };
}
