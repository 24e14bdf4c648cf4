import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { addVersion, findLatestVersion, lockMinutes, setHighlights } from '#db/minutes/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { compactAfterForgetting, forgetHistory } from '#server/notes/history/erase-history.ts';
import type { Services } from '#server/services.ts';
import { composeMinutes } from './compose-minutes.ts';
import { mayPublish } from './policy.ts';

export type Publication =
  | { ok: true; number: number }
  /** Somebody (or the same click twice) published meanwhile: `number` is the version that is out. */
  | { ok: false; reason: 'already-published'; number: number }
  | { ok: false; reason: 'not-allowed' | 'empty' | 'unchanged' };

/**
 * Publishes the minutes of a meeting as its next version: numbered, dated, signed with a name, hashed, never changed again.
 * `number` is the version that the organiser meant to make, so that two clicks make one version.
 * `highlights` are the block ids of the take-aways to show first.
 */
export async function publishMinutes(
  services: Services,
  scope: MeetingScope,
  by: Viewer,
  { number, highlights }: { number: number; highlights: string[] },
): Promise<Publication> {
  if (!mayPublish(scope.can)) return { ok: false, reason: 'not-allowed' };
  const { content } = await composeMinutes(services, scope, highlights);
  if (content.sections.length === 0) return { ok: false, reason: 'empty' };
  const { text, sha256 } = seal(content);
  const publication = await inTransaction(services.db, async (trx): Promise<Publication> => {
    const minutes = await lockMinutes(trx, scope.meetingId);
    const latest = await findLatestVersion(trx, minutes.id);
    if ((latest?.number ?? 0) + 1 !== number) return { ok: false, reason: 'already-published', number: latest?.number ?? 0 };
    const publishedAt = services.clock.now().toString();
    await setHighlights(trx, minutes.id, highlights, publishedAt);
    if (latest?.sha256.equals(sha256)) return { ok: false, reason: 'unchanged' };
    await addVersion(trx, {
      ...{ minutesId: minutes.id, meetingId: scope.meetingId, number, publishedAt },
      ...{ publishedBy: by.personId, publishedByName: `${by.givenName} ${by.familyName}`.trim() },
      ...{ content: text, sha256, previousSha256: latest?.sha256 ?? null },
    });
    // how the notes came to say this is nobody's business from now on
    await forgetHistory(trx, scope.meetingId);
    await recordAudit(trx, {
      personId: by.personId,
      action: 'minutes.published',
      subjectType: 'meeting',
      subjectId: scope.meetingId,
      detail: { number },
    });
    return { ok: true, number };
  });
  if (!publication.ok) return publication;
  services.live.changed(scope.meetingId, 'minutes');
  await compactAfterForgetting(services, scope.meetingId);
  return publication;
}

/** Canonical JSON (RFC 8785) and its SHA-256: anyone can compute it again from the published JSON. */
export function seal(content: MinutesContent): { text: string; sha256: Buffer } {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('Minutes content has no JSON form.');
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest() };
}
