import { mayBecome, notesOpenTo, type VersionReason } from '#app/model/minutes.ts';
import type { MinutesContent, VersionNote } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findLatestVersion, type LatestVersion, setHighlights } from '#db/minutes/write.ts';
import { countOpenProposals, type HeldMinutes, holdMinutes, moveToState } from '#db/minutes/write-state.ts';
import { inTransaction } from '#db/transaction.ts';
import { syncFollowUps } from '#server/follow-ups/sync-follow-ups.ts';
import { compactAfterForgetting, forgetHistory } from '#server/notes/history/erase-history.ts';
import type { Services } from '#server/services.ts';
import { composeEditions } from './compose-minutes.ts';
import { approvalHash, type Editions, saysTheSame } from './hash-for-approval.ts';
import { dayOf, namedBy, withNote } from './note-version.ts';
import { mayPublish } from './policy.ts';
import { readContent } from './read-content.ts';
import { sealVersion } from './seal-version.ts';

export type Publication =
  | { ok: true; number: number }
  /** Somebody (or the same click twice) published meanwhile: `number` is the version that is out. */
  | { ok: false; reason: 'already-published'; number: number }
  | { ok: false; reason: 'open-proposals'; count: number }
  /** changed: since the organiser looked. not-as-approved: since it was approved. in-review: others still propose. */
  | { ok: false; reason: 'not-allowed' | 'empty' | 'unchanged' | 'changed' | 'not-as-approved' | 'in-review' | 'erratum-empty' };

export interface PublicationOrder {
  /** The version that the organiser means to make, so that two clicks make one. */
  number: number;
  /** Block ids of the take-aways to show first; left out, those kept with the minutes. */
  highlights?: string[];
  reason?: Extract<VersionReason, 'publication' | 'erratum'>;
  /** Of an erratum: what was put right, which stands in the minutes from now on; else a word about this version. */
  note?: string;
  /** Hexadecimal, see publication-plan.ts: the text that the organiser saw. */
  seen?: string | undefined;
  /** Publish though there are proposals that nobody decided. */
  knowingly?: boolean;
}

/**
 * Publishes the minutes of a meeting as their next version: numbered, dated, sealed, chained to the version before, never
 * changed again. What was approved is published, or has to be approved again.
 */
export async function publishMinutes(
  services: Services,
  scope: MeetingScope,
  by: Viewer,
  { number, highlights, reason = 'publication', note = '', seen, knowingly = false }: PublicationOrder,
): Promise<Publication> {
  if (!mayPublish(scope.can)) return { ok: false, reason: 'not-allowed' };
  if (reason === 'erratum' && note === '') return { ok: false, reason: 'erratum-empty' };
  const { meetingId, groupId } = scope;
  const composed = await composeEditions(services, scope, highlights ? { highlights } : {});
  if (composed.internal.sections.length === 0) return { ok: false, reason: 'empty' };
  const now = services.clock.now();
  const outcome = await inTransaction(services.db, async (trx) => {
    const minutes = await holdMinutes(trx, meetingId);
    const latest = await findLatestVersion(trx, minutes.id);
    if ((latest?.number ?? 0) + 1 !== number) return { ok: false, reason: 'already-published', number: latest?.number ?? 0 } as const;
    if (highlights) await setHighlights(trx, minutes.id, highlights, now.toString());
    const refused = obstacle(minutes, latest, composed, seen);
    if (refused) return { ok: false, reason: refused } as const;
    const count = minutes.state === 'approved' || knowingly ? 0 : await countOpenProposals(trx, minutes.id);
    if (count > 0) return { ok: false, reason: 'open-proposals', count } as const;
    const erratum = { kind: 'erratum', number, day: dayOf(now, composed.public), text: note } as const;
    const editions = withNotes(composed, latest, reason === 'erratum' && latest ? erratum : null);
    const version = { minutesId: minutes.id, meetingId, latest, editions, by, at: now.toString(), reason, note };
    await sealVersion(trx, services, version);
    const step = { minutesId: minutes.id, state: 'published', at: now.toString(), by: namedBy(by), number } as const;
    await moveToState(trx, step);
    await syncFollowUps(trx, { meetingId, groupId, content: editions.internal, publicContent: editions.public, now });
    // how the notes came to say this is nobody's business from now on
    await forgetHistory(trx, meetingId);
    const subject = { subjectType: 'meeting', subjectId: meetingId, detail: { number, reason } };
    await recordAudit(trx, { personId: by.personId, action: 'minutes.published', ...subject });
    return { ok: true, number, rights: notesOpenTo(minutes.state) !== notesOpenTo('published') } as const;
  });
  if (!outcome.ok) return outcome;
  if (outcome.rights) services.live.accessChanged({ meetingId });
  services.live.changed(meetingId, 'minutes');
  await compactAfterForgetting(services, meetingId);
  return { ok: true, number };
}

function obstacle(
  minutes: HeldMinutes,
  latest: LatestVersion | undefined,
  composed: Editions,
  seen: string | undefined,
): 'in-review' | 'not-as-approved' | 'changed' | 'unchanged' | null {
  if (!mayBecome(minutes.state, 'published')) return 'in-review';
  const hash = approvalHash(composed);
  if (minutes.state === 'approved' && !minutes.approvedSha256?.equals(hash)) return 'not-as-approved';
  if (seen !== undefined && seen !== hash.toString('hex')) return 'changed';
  return latest && isOut(latest, composed) ? 'unchanged' : null;
}

function isOut(latest: LatestVersion, composed: Editions): boolean {
  const open = readContent(latest.content);
  const internal = latest.internalContent === null ? open : readContent(latest.internalContent);
  return saysTheSame(open, composed.public) && saysTheSame(internal, composed.internal);
}

/** What was noted in the versions before stays in every one after. */
function withNotes(composed: Editions, latest: LatestVersion | undefined, erratum: VersionNote | null): Editions {
  const earlier = latest ? readContent(latest.content).notes : [];
  const add = (content: MinutesContent) => ({ ...content, notes: earlier });
  const editions = { public: add(composed.public), internal: add(composed.internal) };
  return erratum ? withNote(editions, erratum) : editions;
}
